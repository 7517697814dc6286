import { useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ActionBar } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'
import { type DraftStep, draftSteps, stepPath } from './draft-steps.ts'

type StepBarProps = { campaignId: string; step: DraftStep; children?: ReactNode }

/** At the foot of every step: back without saving, and on with saving. What must stay in sight stands between. */
export function StepBar({ campaignId, step, children }: StepBarProps) {
  const words = useWords()
  const isBusy = useNavigation().state === 'submitting'
  const before = draftSteps[draftSteps.indexOf(step) - 1]
  return (
    <ActionBar>
      {before ? <LinkButton to={stepPath(campaignId, before)}>{words.previous}</LinkButton> : <span />}
      {children}
      <Button type="submit" variant="primary" isPending={isBusy}>
        {words.next}
      </Button>
    </ActionBar>
  )
}
