import type { Verdict } from '#app/triage/engine.ts'
import { entry, type Protocol } from '#app/triage/protocol.ts'
import { useWords } from '../words.ts'
import { EndBadge } from './end-badge.tsx'
import { FilledText, type ShownValueText } from './filled-text.tsx'

type VerdictCardProps = { protocol: Protocol; verdict: Verdict; values: readonly ShownValueText[] }

/** What a caller comes to: how urgent, why, and what they are told. */
export function VerdictCard({ protocol, verdict, values }: VerdictCardProps) {
  const { path, tryIt: words } = useWords()
  const end = entry(protocol.ends, verdict.end)
  if (!end) return null
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line-strong px-4 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <EndBadge end={end} />
        <span>
          {path.rule(end.rule)}, {path.want(end.because)}
        </span>
      </p>
      {verdict.raisedFrom && <p className="text-sm text-attention-ink">{words.raised}</p>}
      {end.safety.length > 0 && (
        <>
          <p className="text-sm text-ink-soft">{words.does}</p>
          <ul className="list-disc pl-5">
            {end.safety.map((line) => (
              <li key={line}>
                <FilledText text={line} values={values} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="text-sm text-ink-soft">{words.tells}</p>
      <p>
        <FilledText text={end.say} values={values} />
      </p>
    </div>
  )
}
