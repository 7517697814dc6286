import { EmptyState } from '#app/ui/empty-state.tsx'
import type { Script } from '../script.ts'
import { useWords } from '../words.ts'

/** The script to read, for who may not change it. */
export function ScriptText({ script }: { script: Script }) {
  const words = useWords().script
  if (script.length === 0) return <EmptyState title={words.none}>{words.noneLead}</EmptyState>
  return (
    <ol className="flex max-w-3xl flex-col gap-6">
      {script.map(({ title, text }) => (
        <li key={title}>
          <h2 className="text-lg">{title}</h2>
          <p className="whitespace-pre-line">{text}</p>
        </li>
      ))}
    </ol>
  )
}
