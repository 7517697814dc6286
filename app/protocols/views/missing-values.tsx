import { Link } from '@remix-run/react'
import { useWords as useValueWords } from '#app/reference-values/words.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Banner } from '#app/ui/banner.tsx'
import { dateText } from '#app/ui/format.ts'
import type { MissingValue } from '../missing-values.ts'
import { useWords } from '../words.ts'

/** What nobody can read out: it goes unsaid in a call at night, so it stands here before. */
export function MissingValues({ missing }: { missing: readonly MissingValue[] }) {
  const { list: words } = useWords()
  const { names } = useValueWords()
  const { kinds: kindNames } = useTriageWords()
  return (
    <Banner tone="attention" title={words.missing}>
      <ul className="mt-1 flex flex-col gap-1">
        {missing.map(({ key, kinds, fromOn }) => (
          <li key={key}>
            <Link to={`/settings/values/${key}`} className="underline underline-offset-4">
              {names[key]}
            </Link>
            {fromOn && `, ${words.missingFrom(dateText(fromOn))}`}:{' '}
            {words.missingIn(kinds.map((kind) => kindNames[kind]).join(', '))}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
