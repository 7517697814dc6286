import { useWords } from './words.ts'

/** The shape of what is coming, at its height, so that nothing jumps. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const words = useWords()
  const widths = ['w-full', 'w-11/12', 'w-4/5', 'w-2/3']
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{words.loading}</span>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key, line) => (
        <span key={key} className={`h-4 rounded-sm bg-surface-sunk ${widths[line % widths.length]}`} />
      ))}
    </div>
  )
}
