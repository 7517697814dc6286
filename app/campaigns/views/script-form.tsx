import { Form } from '@remix-run/react'
import { type ReactNode, useState } from 'react'
import type { Script } from '../script.ts'
import { useWords } from '../words.ts'
import { errorsOf, FormProblems } from './form-problems.tsx'
import { ScriptExamples, ScriptFields } from './script-fields.tsx'

type Answer = { ok: false; errors?: Record<string, string>; reason?: string } | { ok: true } | undefined
type ScriptFormProps = { script: Script; answer: Answer; lead?: string; onChange?: () => void; children: ReactNode }

/** The whole script; `children` are its buttons. An example takes the place of what is there. */
export function ScriptForm({ script, answer, lead, onChange, children }: ScriptFormProps) {
  const words = useWords().script
  const [start, setStart] = useState({ script, version: 0 })
  const choose = (example: Script) => setStart(({ version }) => ({ script: example, version: version + 1 }))
  return (
    <Form method="post" onChange={onChange} className="flex flex-col gap-6" noValidate>
      <FormProblems answer={answer} idOf={idOfField} />
      <div className="flex max-w-3xl flex-col gap-6">
        <p>{lead ?? words.lead}</p>
        <ScriptExamples choose={choose} />
        <ScriptFields key={start.version} script={start.script} errors={errorsOf(answer)} onChange={onChange} />
      </div>
      {children}
    </Form>
  )
}

const idOfField = (field: string) => {
  const [index, part] = field.split('.')
  return part ? `section-${index}` : 'section-0'
}
