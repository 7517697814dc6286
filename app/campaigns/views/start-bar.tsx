import { Form, useNavigation } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ActionBar } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'
import { stepPath } from './draft-steps.ts'

type StartBarProps = { campaignId: string; isSpread: boolean; isReady: boolean }

/** First the list is drawn and divided, which can be taken back; then the campaign starts. */
export function StartBar({ campaignId, isSpread, isReady }: StartBarProps) {
  const words = useWords()
  const [spread, launch] = [`/campaigns/${campaignId}/spread`, `/campaigns/${campaignId}/launch`]
  return (
    <ActionBar>
      <div className="flex flex-wrap gap-3">
        <LinkButton to={stepPath(campaignId, 'team')}>{words.previous}</LinkButton>
        {isSpread && (
          <>
            <BackForm action={`${spread}/reversal`} label={words.start.undo} />
            <BackForm action={spread} label={words.start.applyAgain} />
          </>
        )}
      </div>
      {isSpread ? (
        <OnwardForm action={launch} lead={words.start.launchLead} label={words.start.launch} isReady={isReady} />
      ) : (
        <OnwardForm action={spread} lead={words.start.applyLead} label={words.start.apply} isReady={isReady} />
      )}
    </ActionBar>
  )
}

/** Takes back what was divided, or divides it again. */
function BackForm({ action, label }: { action: string; label: string }) {
  const isPending = useIsPosting(action)
  return (
    <Form method="post" action={action} noValidate>
      <Button type="submit" isPending={isPending}>
        {label}
      </Button>
    </Form>
  )
}

type OnwardFormProps = { action: string; lead: string; label: string; isReady: boolean }

/** The next step towards a campaign that runs. */
function OnwardForm({ action, lead, label, isReady }: OnwardFormProps) {
  const isPending = useIsPosting(action)
  return (
    <Form method="post" action={action} className="flex flex-wrap items-center gap-3" noValidate>
      <span className="text-sm text-ink-soft max-sm:sr-only">{lead}</span>
      <Button type="submit" variant="primary" isPending={isPending} disabled={!isReady}>
        {label}
      </Button>
    </Form>
  )
}

function useIsPosting(path: string) {
  const { state, formAction } = useNavigation()
  return state !== 'idle' && formAction === path
}
