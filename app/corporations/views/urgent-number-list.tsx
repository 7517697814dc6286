import { Form } from '@remix-run/react'
import type { ShownUrgentNumber } from '#app/conversations/urgent-numbers.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { useUrgentNumberWords } from '../urgent-number-words.ts'

/** In the order in which they are rung; each can go up or down. */
export function UrgentNumberList({ numbers }: { numbers: ShownUrgentNumber[] }) {
  return (
    <ol className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
      {numbers.map((number, index) => (
        <li key={number.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3">
          <Facts number={number} place={index + 1} />
          <Order number={number} isFirst={index === 0} isLast={index === numbers.length - 1} />
        </li>
      ))}
    </ol>
  )
}

const Facts = ({ number: { name, phone, ringWhen, notes }, place }: { number: ShownUrgentNumber; place: number }) => (
  <div className="min-w-0 flex-1 basis-64">
    <p className="flex flex-wrap items-baseline gap-x-4">
      <strong className="wrap-anywhere">
        {place}. {name}
      </strong>
      <PhoneLink number={phone.e164} text={phone.text} />
    </p>
    {[ringWhen, notes].filter(Boolean).map((text) => (
      <p key={text} className="text-ink-soft wrap-anywhere">
        {text}
      </p>
    ))}
  </div>
)

type OrderProps = { number: ShownUrgentNumber; isFirst: boolean; isLast: boolean }

function Order({ number: { id, name }, isFirst, isLast }: OrderProps) {
  const words = useUrgentNumberWords()
  const path = `/settings/urgent-numbers/${id}`
  return (
    <div className="flex items-center gap-2">
      <Form method="post" action={`${path}/position`} preventScrollReset className="contents" noValidate>
        <Button
          type="submit"
          name="direction"
          value="up"
          disabled={isFirst}
          aria-label={words.up(name)}
          title={words.up(name)}
        >
          <span aria-hidden="true">↑</span>
        </Button>
        <Button
          type="submit"
          name="direction"
          value="down"
          disabled={isLast}
          aria-label={words.down(name)}
          title={words.down(name)}
        >
          <span aria-hidden="true">↓</span>
        </Button>
      </Form>
      <LinkButton to={path}>{words.change}</LinkButton>
    </div>
  )
}
