import { useState } from 'react'
import { fillScript, type ScriptNames } from '#app/campaigns/fill-script.ts'
import type { ScriptSection } from '#app/campaigns/script.ts'
import type { DraftFields } from '#app/claims/draft-fields.ts'
import { useWords } from '../words.ts'

type Props = { script: ScriptSection[]; names: ScriptNames; draftFields: DraftFields }

/** What may be read aloud. The first part that was not discussed stands open; the others open with a press. */
export function ScriptGuide({ script, names, draftFields }: Props) {
  const words = useWords().call
  const [done, setDone] = useState(() => new Set((draftFields['had[]'] ?? []).map(Number)))
  const change = (index: number, isDone: boolean) => {
    const next = new Set(done)
    if (isDone) next.add(index)
    else next.delete(index)
    setDone(next)
  }
  const current = script.findIndex((_, index) => !done.has(index))
  return (
    <section aria-labelledby="script" className="flex min-w-0 flex-col gap-2">
      <h2 id="script" className="text-lg">
        {words.script}
      </h2>
      <ol className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
        {script.map((section, index) => (
          <Part
            key={section.title}
            section={section}
            names={names}
            index={index}
            isDone={done.has(index)}
            isCurrent={index === current}
            onChange={change}
          />
        ))}
      </ol>
    </section>
  )
}

type PartProps = {
  section: ScriptSection
  names: ScriptNames
  index: number
  isDone: boolean
  isCurrent: boolean
  onChange: (index: number, isDone: boolean) => void
}

function Part({ section, names, index, isDone, isCurrent, onChange }: PartProps) {
  const words = useWords().call
  return (
    <li className="relative px-3 py-0.5">
      <details key={String(isCurrent)} open={isCurrent}>
        <summary className={`target flex items-center gap-3 pr-24 font-bold ${isDone ? 'text-ink-soft' : ''}`}>
          <span className="tabular font-normal text-ink-soft">{index + 1}</span>
          <span className={isDone ? 'line-through' : ''}>{section.title}</span>
        </summary>
        <p className="pb-3 whitespace-pre-wrap">{fillScript(section.text, names)}</p>
      </details>
      <label className="target absolute top-0.5 right-3 flex items-center gap-2 text-sm text-ink-soft">
        <input
          type="checkbox"
          name="had[]"
          value={index}
          defaultChecked={isDone}
          onChange={(event) => onChange(index, event.currentTarget.checked)}
          className="size-6"
        />
        {words.scriptDone}
        <span className="sr-only">: {section.title}</span>
      </label>
    </li>
  )
}
