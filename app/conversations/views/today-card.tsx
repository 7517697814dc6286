import { Link, useFetcher } from '@remix-run/react'
import { placeLine } from '#app/tenants/addressee.ts'
import { headingName } from '#app/tenants/names.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { momentText } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { useNextRow } from '#app/ui/use-next-row.ts'
import type { UrgentCard } from '../today-card.server.ts'
import { useTodayWords } from '../today-words.ts'
import type { ShownUrgentNumber } from '../urgent-numbers.server.ts'

type Row = UrgentCard[number]

type Props = { urgent: Row[]; numbers: ShownUrgentNumber[]; now: string }

/** Who needs somebody today and whom to ring for it; that nobody filled in whom, as long as that is so. */
export function TodayCard({ urgent, numbers, now }: Props) {
  const words = useTodayWords()
  return (
    <>
      {urgent.length > 0 && <UrgentSection urgent={urgent} numbers={numbers} now={now} />}
      {numbers.length === 0 && (
        <Banner
          tone="attention"
          title={words.noNumbers}
          action={<LinkButton to="/settings/urgent-numbers">{words.fillIn}</LinkButton>}
        >
          {words.noNumbersLead}
        </Banner>
      )}
    </>
  )
}

/** On top, until somebody wrote down what was done. */
function UrgentSection({ urgent, numbers, now }: Props) {
  const words = useTodayWords()
  const { list, onSubmit } = useNextRow<HTMLUListElement>(urgent.length)
  return (
    <section
      aria-labelledby="urgent"
      className="flex flex-col gap-4 rounded-lg border-2 border-danger bg-danger-soft p-4 text-danger-text sm:p-6"
    >
      <div>
        <h2 id="urgent" className="flex items-center gap-2 text-xl">
          <Icon name="danger" className="size-6" />
          {words.title}
        </h2>
        <p>{words.lead}</p>
      </div>
      <Numbers numbers={numbers} />
      <ul ref={list} onSubmit={onSubmit} className="flex flex-col gap-4">
        {urgent.map((row) => (
          <UrgentRow key={row.id} row={row} now={now} />
        ))}
      </ul>
    </section>
  )
}

function UrgentRow({ row, now }: { row: Row; now: string }) {
  const words = useTodayWords()
  const language = useLanguage()
  const zone = useTimeZone()
  return (
    <li className="flex flex-col gap-3 rounded-md border border-danger bg-surface p-4 text-ink">
      <div className="flex flex-wrap justify-between gap-x-6">
        <Link
          to={`/tenants/${row.tenantId}`}
          className="text-lg font-bold text-accent underline-offset-4 hover:underline"
        >
          {headingName(row, language)}
        </Link>
        <span className="text-ink-soft">{words.by(row.by, momentText(row.at, now, { zone, language }))}</span>
        <Whereabouts row={row} />
        <p className="basis-full">
          <span className="text-ink-soft">{words.rang}:</span> {row.rang}
        </p>
      </div>
      <ClosureForm id={row.id} />
    </li>
  )
}

/** Where it is written down what was done. */
function ClosureForm({ id }: { id: string }) {
  const words = useTodayWords()
  const fetcher = useFetcher<{ ok: boolean; reason?: string }>()
  const reason = fetcher.data?.ok === false ? (fetcher.data.reason ?? 'other') : undefined
  return (
    <fetcher.Form method="post" action={`/urgent/${id}/closure`} className="flex flex-wrap items-end gap-3" noValidate>
      <div className="min-w-0 flex-1 basis-64">
        <TextField
          id={`result-${id}`}
          name="result"
          label={words.result}
          maxLength={2_000}
          autoComplete="off"
          error={reason && (words.refusals[reason] ?? words.refusals.other)}
        />
      </div>
      <Button type="submit" isPending={fetcher.state !== 'idle'}>
        {words.close}
      </Button>
    </fetcher.Form>
  )
}

/** Whom to ring, in that order. */
function Numbers({ numbers }: { numbers: ShownUrgentNumber[] }) {
  const words = useTodayWords()
  if (numbers.length === 0) return null
  return (
    <div className="text-ink">
      <h3 className="font-bold">{words.numbers}</h3>
      <ul className="grid gap-x-8 gap-y-1 lg:grid-cols-2">
        {numbers.map(({ id, name, phone, ringWhen }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
            {name} <PhoneLink number={phone.e164} text={phone.text} />
            {ringWhen && <span className="text-ink-soft">{ringWhen}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where somebody can be found, at the door and by phone. */
const Whereabouts = ({ row }: { row: Row }) => (
  <p className="flex basis-full flex-wrap gap-x-6">
    {placeLine(row)}
    {row.phones.map(({ e164, text }) => (
      <PhoneLink key={e164} number={e164} text={text} />
    ))}
  </p>
)
