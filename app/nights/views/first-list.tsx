import { Link } from '@remix-run/react'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { numberText } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { useNextRow } from '#app/ui/use-next-row.ts'
import type { OfficeReason } from '../for-office.ts'
import type { ShownContact } from '../shown-contact.server.ts'
import { useWords } from '../words.ts'
import { TakeUp, TakeUpAll } from './acknowledge.tsx'
import { OutcomeCell, useKindText, useMoments, WhoCell } from './contact-cells.tsx'
import { useContactName } from './night-table.tsx'

type Props = {
  contacts: ShownContact[]
  fromBefore: number
  night: string
  now: string
  mayAcknowledge: boolean
}

/** What somebody of the office must see or do, on top until somebody takes it up. */
export function FirstList({ contacts, fromBefore, night, now, mayAcknowledge }: Props) {
  const { first: words } = useWords()
  const language = useLanguage()
  const { list, onSubmit } = useNextRow<HTMLUListElement>(contacts.length)
  const older = fromBefore > 0 ? ` ${words.fromBefore(numberText(fromBefore, language), fromBefore === 1)}` : ''
  return (
    <Section
      title={words.title}
      lead={`${words.lead}${older}`}
      action={mayAcknowledge && contacts.length > 1 && <TakeUpAll contacts={contacts} night={night} />}
    >
      {contacts.length === 0 && (
        <p className="flex items-center gap-2 text-ink-soft">
          <Icon name="check" />
          {words.none}
        </p>
      )}
      <ul ref={list} onSubmit={onSubmit} className="flex flex-col gap-3">
        {contacts.map((contact) => (
          <FirstRow key={contact.id} contact={contact} night={night} now={now} mayAcknowledge={mayAcknowledge} />
        ))}
      </ul>
    </Section>
  )
}

const tones: Partial<Record<OfficeReason, Tone>> = { danger: 'danger', 'for-office': 'active', open: 'waiting' }

function FirstRow({
  contact,
  night,
  now,
  mayAcknowledge,
}: Omit<Props, 'contacts' | 'fromBefore'> & { contact: ShownContact }) {
  const { reasons } = useWords()
  const kindText = useKindText()
  const nameOf = useContactName()
  const { moment } = useMoments(now)
  return (
    <li
      className={`grid gap-x-6 gap-y-2 rounded-lg border bg-surface p-4 md:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,2fr)_auto] md:items-start ${
        contact.isDanger ? 'border-danger' : 'border-line'
      }`}
    >
      <div className="min-w-0">
        <Link
          to={`/nights/contacts/${contact.id}?from=${night}`}
          className="text-lg font-bold text-accent underline-offset-4 hover:underline"
        >
          {kindText(contact)}
        </Link>
        <span className="block text-ink-soft">
          {moment(contact.arrivedAt)}, {contact.line}
        </span>
        <span className="mt-1 flex flex-wrap gap-2">
          {contact.reasons.map((reason) => (
            <Badge key={reason} tone={tones[reason] ?? 'attention'}>
              {reasons[reason]}
            </Badge>
          ))}
        </span>
      </div>
      <div className="min-w-0">
        <WhoCell contact={contact} />
      </div>
      <div className="min-w-0">
        <OutcomeCell contact={contact} now={now} />
      </div>
      {mayAcknowledge && <TakeUp contact={contact} night={night} what={nameOf(contact)} />}
    </li>
  )
}
