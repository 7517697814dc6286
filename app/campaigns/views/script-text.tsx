import { EmptyState } from '#app/ui/empty-state.tsx'
import { fillScript, type ScriptNames } from '../fill-script.ts'
import type { Script } from '../script.ts'
import { useWords } from '../words.ts'

/** The script to read, with the names filled in. */
export function ScriptText({ script, names }: { script: Script; names: ScriptNames }) {
  const words = useWords().script
  if (script.length === 0) return <EmptyState title={words.none}>{words.noneLead}</EmptyState>
  return (
    <ol className="flex max-w-3xl flex-col gap-6">
      {script.map(({ title, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two parts may have the same heading while they are written
        <li key={index}>
          <h2 className="text-lg">{title}</h2>
          <p className="whitespace-pre-line">{fillScript(text, names)}</p>
        </li>
      ))}
    </ol>
  )
}
