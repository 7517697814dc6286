import type { Protocol } from '#app/triage/protocol.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import type { PlaceDifference } from '../differences.ts'
import { placeName } from '../part-facts.ts'
import { useWords } from '../words.ts'
import { useFacts } from './facts.tsx'

/** Place by place what was and what became of it; only the fields that differ. */
export function Differences({
  differences,
  protocol,
}: {
  differences: readonly PlaceDifference[]
  protocol: Protocol
}) {
  const words = { words: useWords(), triage: useTriageWords() }
  return (
    <ul className="flex flex-col gap-4">
      {differences.map((one) => (
        <li key={one.place} className="rounded-md border border-line bg-surface px-4 py-3">
          <p className="font-bold wrap-anywhere">{placeName(one.place, one.after ?? one.before, words)}</p>
          <Change {...one} protocol={protocol} />
        </li>
      ))}
    </ul>
  )
}

function Change({ place, before, after, protocol }: PlaceDifference & { protocol: Protocol }) {
  const { history: words } = useWords()
  const was = useFacts({ place, value: before, unlike: after, protocol })
  const became = useFacts({ place, value: after, unlike: before, protocol })
  if (before === null) return <p className="text-ink-soft">{words.added}</p>
  if (after === null) return <p className="text-ink-soft">{words.removed}</p>
  const terms = [...new Set([...was, ...became].map(({ term }) => term))]
  const of = (facts: typeof was, term: string) => facts.find((fact) => fact.term === term)?.value ?? '–'
  return (
    <dl className="mt-1 flex flex-col gap-2">
      {terms.map((term) => (
        <div key={term}>
          <dt className="text-sm text-ink-soft">{term}</dt>
          <dd className="wrap-anywhere whitespace-pre-line">
            <span className="sr-only">{words.was}: </span>
            <del className="text-ink-soft">{of(was, term)}</del>
          </dd>
          <dd className="wrap-anywhere whitespace-pre-line">
            <span className="sr-only">{words.became}: </span>
            <ins className="no-underline">{of(became, term)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
