import { Form, useNavigation } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ActionBar } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'
import { stepPath } from './draft-steps.ts'

type StartBarProps = { campaignId: string; isSpread: boolean; isReady: boolean }

/** First the list is drawn and divided, which can be taken back; then the campaign starts. */
export function StartBar({ campaignId, isSpread, isReady }: StartBarProps) {
  const words = useWords()
  const { state, formAction } = useNavigation()
  const busyWith = (path: string) => state !== 'idle' && formAction === path
  const [spread, launch] = [`/campaigns/${campaignId}/spread`, `/campaigns/${campaignId}/launch`]
  const reversal = `${spread}/reversal`
  return (
    <ActionBar>
      <div className="flex flex-wrap gap-3">
        <LinkButton to={stepPath(campaignId, 'team')}>{words.previous}</LinkButton>
        {isSpread && (
          <>
            <Form method="post" action={reversal}>
              <Button type="submit" isPending={busyWith(reversal)}>
                {words.start.undo}
              </Button>
            </Form>
            <Form method="post" action={spread}>
              <Button type="submit" isPending={busyWith(spread)}>
                {words.start.applyAgain}
              </Button>
            </Form>
          </>
        )}
      </div>
      {isSpread ? (
        <Form method="post" action={launch} className="flex flex-wrap items-center gap-3">
          <span className="text-sm text-ink-soft max-sm:sr-only">{words.start.launchLead}</span>
          <Button type="submit" variant="primary" isPending={busyWith(launch)} disabled={!isReady}>
            {words.start.launch}
          </Button>
        </Form>
      ) : (
        <Form method="post" action={spread} className="flex flex-wrap items-center gap-3">
          <span className="text-sm text-ink-soft max-sm:sr-only">{words.start.applyLead}</span>
          <Button type="submit" variant="primary" isPending={busyWith(spread)} disabled={!isReady}>
            {words.start.apply}
          </Button>
        </Form>
      )}
    </ActionBar>
  )
}
