import { numberText } from '#app/ui/format.ts'
import { Funnel, type FunnelRow } from '#app/ui/funnel.tsx'
import { useLanguage, useWords } from '#app/ui/language.tsx'
import type { Bucket } from './buckets.ts'
import type { SelectionCounts } from './counts.ts'
import { type Criteria, stepsOf } from './criteria.ts'
import { encodeCriteria } from './encode.ts'
import { shortText } from './sentence.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

type Props = { criteria: Criteria; counts: SelectionCounts; isCounting?: boolean }

/** From all tenants, part by part, to the homes to call; each number opens its names. */
export function SelectionFunnel({ criteria, counts, isCounting }: Props) {
  const words = useWords({ nl, en })
  const language = useLanguage()
  return (
    <div aria-busy={isCounting} className={isCounting ? 'opacity-60' : ''}>
      <Funnel label={words.counts.title} rows={useRows(criteria, counts)} />
      <p role="status" className="sr-only">
        {isCounting ? words.counts.counting : words.counts.announce(numberText(counts.homes, language))}
      </p>
    </div>
  )
}

function useRows(criteria: Criteria, counts: SelectionCounts): FunnelRow[] {
  const words = useWords({ nl, en })
  const language = useLanguage()
  const parts = stepsOf(criteria)
  const left: FunnelRow[] = counts.exclusions
    .filter(({ homes }) => homes > 0)
    .map(({ reason, homes }) => ({
      key: reason,
      label: words.reasons[reason],
      count: homes,
      kind: 'off',
      to: namesPath(criteria, reason),
    }))
  const household: FunnelRow = {
    key: 'household',
    label: words.counts.household,
    count: counts.household,
    kind: 'off',
    to: namesPath(criteria, 'household'),
  }
  return [
    { key: 'tenants', label: words.counts.all, count: counts.tenants, to: namesPath({ all: [] }, 'matched') },
    ...parts.map((part, step) => ({
      key: `step-${step}`,
      label: shortText(part, language),
      count: counts.steps[step]?.matched ?? counts.matched,
      to: namesPath(untilStep(criteria, step), 'matched'),
    })),
    ...(counts.household > 0 ? [household] : []),
    ...left,
    { key: 'homes', label: words.counts.homes, count: counts.homes, kind: 'result', to: namesPath(criteria, 'homes') },
  ]
}

const untilStep = (criteria: Criteria, step: number): Criteria =>
  'all' in criteria ? { all: criteria.all.slice(0, step + 1) } : criteria

export const namesPath = (criteria: Criteria, bucket: Bucket, page = 1) =>
  `/selection/names?criteria=${encodeCriteria(criteria)}&bucket=${bucket}${page > 1 ? `&page=${page}` : ''}`
