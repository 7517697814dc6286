import { Form } from '@remix-run/react'
import { type ReactNode, useRef, useState } from 'react'
import type { ScriptNames } from '../fill-script.ts'
import type { Script } from '../script.ts'
import { useWords } from '../words.ts'
import { errorsOf, FormProblems } from './form-problems.tsx'
import { ScriptExamples, ScriptFields } from './script-fields.tsx'
import { ScriptPreview } from './script-preview.tsx'

type Answer = { ok: false; errors?: Record<string, string>; reason?: string } | { ok: true } | undefined
type ScriptFormProps = {
  script: Script
  names: ScriptNames
  answer: Answer
  lead?: string
  onChange?: () => void
  children: ReactNode
}

/** The whole script; `children` are its buttons. An example takes the place of what is there. */
export function ScriptForm({ script, names, answer, lead, onChange, children }: ScriptFormProps) {
  const words = useWords().script
  const [start, setStart] = useState({ script, version: 0 })
  const form = useRef<HTMLFormElement>(null)
  const choose = (example: Script) => setStart(({ version }) => ({ script: example, version: version + 1 }))
  return (
    <Form ref={form} method="post" onChange={onChange} className="flex flex-col gap-6" noValidate>
      <FormProblems answer={answer} idOf={idOfField} />
      <div className="flex max-w-3xl flex-col gap-6">
        <p>{lead ?? words.lead}</p>
        <ScriptExamples choose={choose} />
        <ScriptFields key={start.version} script={start.script} errors={errorsOf(answer)} onChange={onChange} />
        <ScriptPreview key={`preview-${start.version}`} form={form} script={start.script} names={names} />
      </div>
      {children}
    </Form>
  )
}

const idOfField = (field: string) => {
  const [index, part] = field.split('.')
  return part ? `section-${index}` : 'section-0'
}
