import { Speaks } from '#app/callers/views/candidates.tsx'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import type { Urgency } from '../contact.ts'
import { useContactWords } from '../contact-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { useWords } from '../words.ts'
import { RunningClock } from './queue-clock.tsx'

type Props = { contact: ContactLoaded['contact']; now: string }

const tones: Record<Urgency, Tone> = { 0: 'danger', 1: 'attention', 2: 'neutral', 3: 'neutral' }

/** Whose call it is and how urgent, and how to speak with them: also before it is picked up. */
export function ContactHead({ contact, now }: Props) {
  const words = useWords()
  const { urgencies, states } = useContactWords()
  const { corporation, line, urgency, state } = contact
  return (
    <PageHeader
      back={{ to: '/queue', label: words.toQueue }}
      title={`${corporation} · ${line}`}
      state={
        <>
          <Badge tone={tones[urgency]}>{urgencies[urgency]}</Badge>
          <Badge>{states[state]}</Badge>
          <Recognised recognised={contact.recognised} />
        </>
      }
      meta={<Facts contact={contact} now={now} />}
    />
  )
}

function Recognised({ recognised }: { recognised: Props['contact']['recognised'] }) {
  if (!recognised) return null
  return (
    <>
      {recognised.attention && <Badge tone="attention">{recognised.attention}</Badge>}
      <Speaks language={recognised.language ?? null} />
    </>
  )
}

function Facts({ contact, now }: Props) {
  const { head } = useWords()
  const { number, isHidden, arrivedAt, dueAt, tries, owner, recognised } = contact
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {number ? <PhoneLink number={number.e164} text={number.text} /> : isHidden ? head.hidden : head.noNumber}
      {recognised?.name && <span>{recognised.name}</span>}
      <span>
        {head.arrived} <MomentText at={arrivedAt} now={now} />
      </span>
      <Running contact={contact} />
      {dueAt && (
        <span>
          {head.dueAt} <MomentText at={dueAt} now={now} />
        </span>
      )}
      {tries > 0 && <span>{head.tries(tries)}</span>}
      {owner && dueAt && <span>{head.owner(owner)}</span>}
    </span>
  )
}

/** How long they wait, or how long they have been helped. */
function Running({ contact: { state, waitingSince, answeredAt } }: Pick<Props, 'contact'>) {
  const { head } = useWords()
  const since = state === 'waiting' ? waitingSince : state === 'talking' ? answeredAt : null
  if (!since) return null
  return (
    <span className="tabular">
      {state === 'waiting' ? head.waiting : head.talking} <RunningClock since={new Date(since).toISOString()} />
    </span>
  )
}
