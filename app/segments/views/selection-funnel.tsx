import { numberText } from '#app/ui/format.ts'
import { Funnel, type FunnelRow } from '#app/ui/funnel.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import type { Bucket } from '../buckets.ts'
import { type Criteria, stepsOf } from '../criteria.ts'
import { stepText } from '../criteria-sentence.ts'
import { encodeCriteria } from '../encode-criteria.ts'
import type { SelectionCounts } from '../selection-counts.ts'
import { useWords } from '../words.ts'

type Props = {
  criteria: Criteria
  counts: SelectionCounts
  isCounting?: boolean
  /** When the counts were made with another rest period than the usual one: so that the names are the same. */
  restDays?: number
}

/** From all tenants, part by part, to the homes to call; each number opens its names. */
export function SelectionFunnel({ criteria, counts, isCounting, restDays }: Props) {
  const words = useWords()
  const language = useLanguage()
  return (
    <div aria-busy={isCounting} className={isCounting ? 'opacity-60' : ''}>
      <Funnel label={words.counts.title} rows={useRows(criteria, counts, restDays)} />
      <p role="status" className="sr-only">
        {isCounting ? words.counts.counting : words.counts.announce(numberText(counts.homes, language))}
      </p>
    </div>
  )
}

function useRows(criteria: Criteria, counts: SelectionCounts, restDays?: number): FunnelRow[] {
  const words = useWords()
  const language = useLanguage()
  const parts = stepsOf(criteria)
  const namesOf = (whom: Criteria, bucket: Bucket) => namesPath(whom, { bucket, restDays })
  const left: FunnelRow[] = counts.exclusions
    .filter(({ homes }) => homes > 0)
    .map(({ reason, homes }) => ({
      key: reason,
      label: words.reasons[reason],
      count: homes,
      kind: 'off',
      to: namesOf(criteria, reason),
    }))
  const household: FunnelRow = {
    key: 'household',
    label: words.counts.household,
    count: counts.household,
    kind: 'off',
    to: namesOf(criteria, 'household'),
  }
  return [
    { key: 'tenants', label: words.counts.all, count: counts.tenants, to: namesOf({ all: [] }, 'matched') },
    ...parts.map((part, step) => ({
      key: `step-${step}`,
      label: stepText(part, step, language),
      count: counts.steps[step]?.matched ?? counts.matched,
      to: namesOf(untilStep(criteria, step), 'matched'),
    })),
    ...(counts.household > 0 ? [household] : []),
    ...left,
    { key: 'homes', label: words.counts.homes, count: counts.homes, kind: 'result', to: namesOf(criteria, 'homes') },
  ]
}

const untilStep = (criteria: Criteria, step: number): Criteria =>
  'all' in criteria ? { all: criteria.all.slice(0, step + 1) } : criteria

function namesPath(criteria: Criteria, { bucket, restDays }: { bucket: Bucket; restDays?: number | null }) {
  const params = new URLSearchParams({ criteria: encodeCriteria(criteria), bucket })
  if (restDays !== undefined && restDays !== null) params.set('rest', String(restDays))
  return `/selection/names?${params}`
}
