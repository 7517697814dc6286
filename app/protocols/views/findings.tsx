import { Disclosure } from '#app/ui/disclosure.tsx'
import type { ShownFinding } from '../read-protocol.server.ts'
import { useWords } from '../words.ts'
import { PlaceLink } from './place-link.tsx'

/**
 * Why it cannot be published yet, each with its place; what is about two callers is told as two callers. `path`: of the page
 * with the forms, when it is another one.
 */
export function Findings({ findings, path }: { findings: readonly ShownFinding[]; path?: string }) {
  const { findings: words } = useWords()
  if (findings.length === 0) return null
  return (
    <section className="rounded-md border-l-4 border-attention bg-attention-soft px-4 py-3">
      <h2 className="font-bold text-attention-ink">{words.title(findings.length)}</h2>
      <ul className="mt-2 flex flex-col gap-3">
        {findings.map((finding) => (
          <li key={`${finding.place}${finding.says}`}>
            <OneFinding finding={finding} path={path} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type OneFindingProps = { finding: ShownFinding; path?: string }

function OneFinding({ finding: { at, place, says, callers, circumstances }, path }: OneFindingProps) {
  return (
    <>
      {at ? (
        <PlaceLink place={at} path={path} className="font-bold underline wrap-anywhere">
          {place}
        </PlaceLink>
      ) : (
        <span className="font-bold">{place}</span>
      )}
      <p className="wrap-anywhere">{says}</p>
      {callers.length > 0 && <Callers callers={callers} circumstances={circumstances} />}
    </>
  )
}

function Callers({ callers, circumstances }: Pick<ShownFinding, 'callers' | 'circumstances'>) {
  const { findings: words } = useWords()
  return (
    <Disclosure label={words.show} isOpen>
      {circumstances && <p>{circumstances}</p>}
      <div className="grid gap-3 sm:grid-cols-2">
        {callers.map(({ who, answers, comesTo }) => (
          <div key={who} className="rounded-md bg-surface p-3 text-ink">
            <p className="font-bold">{who}</p>
            <ul className="my-1">
              {answers.map(({ ask, answer, isTurned }) => (
                <li key={ask} className="wrap-anywhere">
                  {ask} <strong className={isTurned ? 'bg-attention-soft px-1' : ''}>{answer}</strong>
                  {isTurned && <span className="text-sm text-ink-soft"> ({words.turned})</span>}
                </li>
              ))}
            </ul>
            <p>{comesTo}</p>
          </div>
        ))}
      </div>
    </Disclosure>
  )
}
