import { useWords as useSegmentWords } from '#app/segments/words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { timeText } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useTimeZone } from '#app/ui/language.tsx'
import { type Urgency, urgencies } from '../contact.ts'
import { useContactWords } from '../contact-words.ts'
import type { QueueRow } from '../queue-row.ts'
import { type QueueWords, useQueueWords } from '../queue-words.ts'
import { boardPhone } from '../row-text.ts'
import { useDeskPerson, useNow, useNowEvery } from './desk-live.tsx'
import { CountDown, RunningClock } from './queue-clock.tsx'
import { RowAction } from './row-action.tsx'

type RowProps = { row: QueueRow; place: number; isGone: boolean }

const edges: Record<Urgency, string> = {
  [urgencies.danger]: 'border-l-danger bg-danger-soft',
  [urgencies.urgent]: 'border-l-attention',
  [urgencies.general]: 'border-l-transparent',
  [urgencies.chat]: 'border-l-transparent',
}

const tones: Record<Urgency, Tone> = {
  [urgencies.danger]: 'danger',
  [urgencies.urgent]: 'attention',
  [urgencies.general]: 'waiting',
  [urgencies.chat]: 'neutral',
}

/** One contact on the board. Whoever was taken stays a moment, with who has them. */
export function QueueRowView({ row, place, isGone }: RowProps) {
  const { channels, kinds, urgencies: urgencyWords } = useContactWords()
  return (
    <li
      className={`grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 border-b border-l-4 border-b-line px-3 py-3 last:border-b-0 sm:grid-cols-[7rem_minmax(0,1fr)_minmax(12rem,auto)] sm:px-4 ${isGone ? 'border-l-transparent bg-surface-sunk text-ink-soft' : edges[row.urgency]}`}
    >
      <div className="order-2 text-right sm:order-none sm:text-left">
        <Waited row={row} />
      </div>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={isGone ? 'neutral' : tones[row.urgency]}>{urgencyWords[row.urgency]}</Badge>
          <h3 className="text-lg font-bold wrap-anywhere">{row.corporation}</h3>
        </div>
        <p className="text-ink-soft wrap-anywhere">
          {[row.line, channels[row.channel], row.kind && kinds[row.kind]].filter(Boolean).join(' · ')}
        </p>
        <Caller row={row} />
        <Promised row={row} />
        <Standing row={row} />
      </div>
      <div className="order-3 col-span-2 flex flex-wrap items-center justify-end gap-2 sm:col-span-1">
        {!isGone && <RowAction row={row} place={place} />}
      </div>
    </li>
  )
}

/** How long they wait or are spoken with, when their call ended, or until when nobody has to do anything. */
function Waited({ row }: { row: QueueRow }) {
  const words = useQueueWords()
  const zone = useTimeZone()
  if (row.state === 'closed') return <span className="tabular">{words.rangAt(timeText(row.arrivedAt, zone))}</span>
  if (row.dueAt)
    return (
      <span className="tabular text-sm">
        <Due dueAt={row.dueAt} />
      </span>
    )
  if (row.state === 'wrapping-up')
    return (
      <span className="tabular text-sm">
        <Ended endedAt={row.endedAt ?? row.answeredAt ?? row.arrivedAt} />
      </span>
    )
  const isSpoken = row.state === 'talking' && row.claimedBy !== null
  return (
    <span className="tabular text-2xl leading-none font-bold">
      <span className="sr-only">{isSpoken ? words.inCallFor : words.waitingFor} </span>
      <RunningClock since={(isSpoken && row.answeredAt) || row.waitingSince} />
    </span>
  )
}

function Ended({ endedAt }: { endedAt: string }) {
  const words = useQueueWords()
  const zone = useTimeZone()
  const [before = '', after = ''] = words.since('|').split('|')
  return (
    <>
      {words.callEndedAt(timeText(endedAt, zone))}
      <span className="block text-ink-soft">
        {before}
        <RunningClock since={endedAt} />
        {after}
      </span>
    </>
  )
}

function Due({ dueAt }: { dueAt: string }) {
  const words = useQueueWords()
  const zone = useTimeZone()
  const isLate = useNow() >= Date.parse(dueAt)
  const [before = '', after = ''] = (isLate ? words.lateBy : words.dueIn)('|').split('|')
  return (
    <>
      {words.callBackAt(timeText(dueAt, zone))}
      <span className={`block ${isLate ? 'font-bold text-attention-ink' : 'text-ink-soft'}`}>
        {before}
        {isLate ? <RunningClock since={dueAt} /> : <CountDown until={dueAt} />}
        {after}
      </span>
    </>
  )
}

/** Who it is as far as anybody knows, and what must be known before speaking with them. */
function Caller({ row: { phone, isHidden, recognised } }: { row: QueueRow }) {
  const words = useQueueWords()
  const { languages } = useSegmentWords()
  const language =
    recognised?.language && ((languages as Record<string, string>)[recognised.language] ?? recognised.language)
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {recognised?.name && <strong className="wrap-anywhere">{recognised.name}</strong>}
      <span className="tabular">{phone ? boardPhone(phone) : isHidden ? words.hidden : words.noNumber}</span>
      {recognised?.is === 'possible' && <span className="text-ink-soft">{words.possible}</span>}
      {recognised?.is === 'new' && <span className="text-ink-soft">{words.newCaller}</span>}
      {language && <Badge tone="attention">{words.speaks(language)}</Badge>}
      {recognised?.attention && <Badge tone="attention">{recognised.attention}</Badge>}
    </p>
  )
}

/** What whoever filled in the form was told, until somebody has spoken with them. */
function Promised({ row: { promisedAt, state, answeredAt } }: { row: QueueRow }) {
  const words = useQueueWords()
  const zone = useTimeZone()
  const now = useNowEvery(15)
  if (promisedAt === null || state === 'closed' || answeredAt !== null) return null
  const isBroken = now >= Date.parse(promisedAt)
  return (
    <p className={`text-sm ${isBroken ? 'font-bold text-attention-ink' : ''}`}>
      {words.promisedBefore(timeText(promisedAt, zone))}
    </p>
  )
}

/** Who has it, whose it is, and what was tried. */
function Standing({ row }: { row: QueueRow }) {
  const words = useQueueWords()
  const now = useNowEvery(15)
  const { accountId } = useDeskPerson()
  const said = [...inWhoseHands(words, row, { accountId, now }), ...whatHappened(words, row)]
  if (said.length === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm">
      {row.claimedBy && <Icon name="person" className="size-4" />}
      {said.join(' · ')}
    </p>
  )
}

type Looking = { accountId: string; now: number }

function inWhoseHands(words: QueueWords, row: QueueRow, { accountId, now }: Looking): string[] {
  if (row.claimedBy === accountId) return [words.withYou]
  if (row.claimedBy) {
    const minutes = row.answeredAt ? Math.floor((now - Date.parse(row.answeredAt)) / 60_000) : 0
    const name = row.claimant ?? ''
    return [minutes > 0 ? words.withFor(name, minutes) : words.with(name)]
  }
  if (row.offeredTo === accountId) return [words.offeredToYou]
  const owner = row.ownerId !== null && row.ownerId !== accountId ? row.owner : null
  if (row.state === 'wrapping-up') return [words.toWriteUp, ...(owner ? [words.ownedBy(owner)] : [])]
  if (row.state === 'talking') return [owner ? words.leftBy(owner) : words.left]
  return owner ? [words.ownedBy(owner)] : []
}

function whatHappened(words: QueueWords, { fellAway, answeredAt, state, phone, tries }: QueueRow): string[] {
  const said: string[] = []
  if (fellAway === 'abandoned' && answeredAt === null) said.push(words.hungUp)
  if (state === 'closed') said.push(phone === null ? words.noWayBack : words.isDone)
  if (tries > 0) said.push(words.tries(tries))
  return said
}
