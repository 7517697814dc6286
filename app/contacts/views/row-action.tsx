import { Button, LinkButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { QueueRow } from '../queue-row.ts'
import { useQueueWords } from '../queue-words.ts'
import { presenceOf } from '../waiting-call.ts'
import { useClaimForm } from './claim-form.tsx'
import { useDeskPerson, useQueueBoard } from './desk-live.tsx'

/** What can be done with a row by whoever looks at it. */
export function RowAction({ row, place }: { row: QueueRow; place: number }) {
  const words = useQueueWords()
  const { accountId, mayWork } = useDeskPerson()
  if (row.state === 'closed' || !mayWork || row.claimedBy === accountId)
    return <LinkButton to={`/contacts/${row.id}`}>{words.open}</LinkButton>
  return row.claimedBy ? <TakeOver row={row} /> : <Take row={row} place={place} />
}

const keysOf = (place: number) => (place <= 9 ? String(place) : undefined)

function Take({ row, place }: { row: QueueRow; place: number }) {
  const words = useQueueWords()
  const action = `/contacts/${row.id}/claim`
  const { Form, isPending } = useClaimForm(action)
  const text = row.state === 'call-back' ? words.ringBack : row.state === 'waiting' ? words.take : words.goOn
  return (
    <Form method="post" action={action} noValidate>
      <Button type="submit" keys={keysOf(place)} keysLabel={words.takeThis(place)} isPending={isPending}>
        {text}
        <span className="sr-only"> {row.corporation}</span>
      </Button>
    </Form>
  )
}

/** From a colleague: said whose it is before it is done, unless their screen is gone. */
function TakeOver({ row }: { row: QueueRow }) {
  const words = useQueueWords()
  const { operators } = useQueueBoard()
  const name = row.claimant ?? ''
  if (presenceOf(operators, row.claimedBy ?? '') === 'gone')
    return <TakeOverForm row={row} lead={words.takeOverGone(name)} />
  return (
    <details className="w-full sm:max-w-xs">
      <summary className="target flex items-center justify-end gap-2 rounded-md px-3 font-bold hover:bg-surface-sunk">
        {words.takeOver}
        <span className="sr-only"> {row.corporation}</span>
        <Icon name="down" className="size-4" />
      </summary>
      <TakeOverForm row={row} lead={words.takeOverAsk(name)} />
    </details>
  )
}

function TakeOverForm({ row, lead }: { row: QueueRow; lead: string }) {
  const words = useQueueWords()
  const action = `/contacts/${row.id}/takeover`
  const { Form, isPending } = useClaimForm(action)
  return (
    <Form method="post" action={action} className="flex flex-col items-end gap-2" noValidate>
      <input type="hidden" name="fence" value={row.fence} />
      <p className="text-sm">{lead}</p>
      <Button type="submit" isPending={isPending}>
        {words.takeOverFrom(row.claimant ?? '')}
      </Button>
    </Form>
  )
}
