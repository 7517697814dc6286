import { Button, LinkButton } from '#app/ui/button.tsx'
import type { QueueRow } from '../queue-row.ts'
import { useQueueWords } from '../queue-words.ts'
import { useClaimForm } from './claim-form.tsx'
import { useDeskPerson } from './desk-live.tsx'

const action = '/queue/next'

/** The one thing to do: whoever is first, or what is in hand already. */
export function TakeFirst({ inHand }: { inHand: QueueRow | null }) {
  const words = useQueueWords()
  const { mayWork } = useDeskPerson()
  const { Form, isPending } = useClaimForm(action)
  if (!mayWork) return null
  if (inHand)
    return (
      <LinkButton to={`/contacts/${inHand.id}`} variant="primary" keys="enter">
        {words.goOnWithOwn}
      </LinkButton>
    )
  return (
    <Form method="post" action={action} noValidate>
      <Button type="submit" variant="primary" icon="phone" keys="enter" isPending={isPending} isWide>
        {words.takeFirst}
      </Button>
    </Form>
  )
}
