import { useContactWords } from '#app/contacts/contact-words.ts'
import { placeLine } from '#app/tenants/addressee.ts'
import { writtenName } from '#app/tenants/names.ts'
import { Badge } from '#app/ui/badge.tsx'
import { durationText, momentText, timeText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import type { ShownContact } from '../shown-contact.server.ts'
import { useWords } from '../words.ts'

const Soft = ({ children }: { children: React.ReactNode }) => (
  <span className="block font-normal text-ink-soft">{children}</span>
)

/** Moments of the night as they are said on its page. */
export function useMoments(now: string) {
  const language = useLanguage()
  const zone = useTimeZone()
  return {
    time: (at: string) => timeText(at, zone),
    moment: (at: string) => momentText(at, now, { zone, language }),
    duration: (seconds: number) => durationText(seconds, language),
  }
}

export const useKindText = () => {
  const { kinds } = useContactWords()
  const { all } = useWords()
  return ({ kind }: Pick<ShownContact, 'kind'>) => (kind ? kinds[kind] : all.noKind)
}

export function AboutCell({ contact }: { contact: ShownContact }) {
  const kindText = useKindText()
  const { reasons } = useWords()
  return (
    <>
      <span className={contact.kind ? '' : 'text-ink-soft'}>{kindText(contact)}</span>
      {contact.isDanger && (
        <>
          {' '}
          <Badge tone="danger">{reasons.danger}</Badge>
        </>
      )}
    </>
  )
}

/** The tenant when it is known who it was, else what is known: an address, a number, or nothing. */
export function WhoCell({ contact }: { contact: ShownContact }) {
  const { all: words } = useWords()
  const language = useLanguage()
  const { tenant, address, phone } = contact
  const name = tenant
    ? writtenName(tenant, language)
    : contact.isAnonymous
      ? words.anonymous
      : contact.isHidden
        ? words.hidden
        : words.unknown
  return (
    <>
      <span className={tenant ? '' : 'text-ink-soft'}>{name}</span>
      {address && <Soft>{placeLine(address)}</Soft>}
      {!contact.isAnonymous && phone && (
        <span className="block">
          <PhoneLink number={phone.e164} text={phone.text} />
        </span>
      )}
    </>
  )
}

/** How it ended, or where it stands and with whom. */
export function OutcomeCell({ contact, now }: { contact: ShownContact; now: string }) {
  const { endings, states, agreements } = useContactWords()
  const { all: words } = useWords()
  const { moment } = useMoments(now)
  const { state, outcome, agreed, dueAt } = contact
  return (
    <>
      {state === 'closed' ? (outcome ? endings[outcome] : states.closed) : states[state]}
      {agreed && agreed !== 'nothing' && <Soft>{agreements[agreed]}</Soft>}
      {state !== 'closed' && <Soft>{contact.owner ? words.owner(contact.owner) : words.noOwner}</Soft>}
      {dueAt && (
        <span className={`block ${contact.isOverdue ? 'font-bold text-attention-ink' : 'text-ink-soft'}`}>
          {contact.isOverdue ? words.overdue(moment(dueAt)) : words.due(moment(dueAt))}
        </span>
      )}
    </>
  )
}

/** How the waiting ended, if it did. */
function waitOf({ answeredAt, state }: ShownContact) {
  if (answeredAt) return 'waited'
  return state === 'waiting' ? 'waits' : 'hungUp'
}

/** Who of the desk spoke with them, and how long they waited for that. */
export function ByCell({ contact, now }: { contact: ShownContact; now: string }) {
  const { all: words } = useWords()
  const { duration } = useMoments(now)
  const { by, waitSeconds } = contact
  return (
    <>
      <span className={by ? '' : 'text-ink-soft'}>{by ?? words.nobody}</span>
      <Soft>{contact.desk}</Soft>
      {waitSeconds !== null && <Soft>{words[waitOf(contact)](duration(waitSeconds))}</Soft>}
    </>
  )
}
