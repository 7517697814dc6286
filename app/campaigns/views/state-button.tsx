import { Form, useNavigation } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useWords } from '../words.ts'
import type { CampaignHeader } from './campaign-context.ts'
import { stepPath } from './draft-steps.ts'

/** The one button of a campaign: what its state asks for. Pausing is for when it is needed, so it does not call out. */
export function StateButton({ campaign: { id, state } }: { campaign: CampaignHeader }) {
  const words = useWords().campaign
  const { formAction } = useNavigation()
  if (state === 'closed') return null
  if (state === 'draft') {
    return (
      <LinkButton variant="primary" to={stepPath(id, 'start')}>
        {words.toDraft}
      </LinkButton>
    )
  }
  const action = `/campaigns/${id}/${state === 'running' ? 'pause' : 'resumption'}`
  return (
    <Form method="post" action={action} className="flex flex-col" noValidate>
      <Button type="submit" variant={state === 'running' ? 'quiet' : 'primary'} isPending={formAction === action}>
        {state === 'running' ? words.pause : words.resume}
      </Button>
    </Form>
  )
}
