import { Link } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import type { LaunchRefusal } from '../campaign-steps.ts'
import { useWords } from '../words.ts'
import { type DraftStep, stepPath } from './draft-steps.ts'
import { useRefusal } from './use-refusal.ts'

const stepOf: Record<LaunchRefusal, DraftStep> = {
  'no-purpose': 'purpose',
  'no-legal-basis': 'purpose',
  'no-reason': 'purpose',
  'no-team': 'team',
  'no-homes': 'whom',
}

/** What must be there before anybody may be called, each with the step where it is filled in. */
export function StillMissing({ campaignId, missing }: { campaignId: string; missing: LaunchRefusal[] }) {
  const words = useWords()
  const refusalText = useRefusal()
  if (missing.length === 0) return null
  return (
    <Banner tone="attention" title={words.start.left}>
      <ul className="flex flex-col gap-1">
        {missing.map((reason) => (
          <li key={reason}>
            {refusalText(reason)}{' '}
            <Link to={stepPath(campaignId, stepOf[reason])} className="font-bold underline underline-offset-4">
              {words.start.toStep(words.draft.steps[stepOf[reason]])}
            </Link>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
