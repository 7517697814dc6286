import type { CallEvent, Ending } from './call-event.ts'

export const callStates = ['ringing', 'answered', 'ended'] as const

export type CallState = {
  state: (typeof callStates)[number]
  phone: string | null
  isHidden: boolean
  dialled: string | null
  startedAt: Date
  /** `extension` is where it was last put through to. */
  answered: { at: Date; extension: string | null } | null
  /** `isSilence`: nobody said so; nothing was heard of it any more. */
  ended: { at: Date; how: Ending; isSilence: boolean } | null
}

/**
 * What all that was said of a call makes of it. It looks at the set: neither the order in which events came nor how often
 * each came can matter. Throws when there is no event at all.
 */
export function callStateOf(events: readonly CallEvent[]): CallState {
  const all = [...new Map(events.map((event) => [event.id, event])).values()].toSorted(inTime)
  const [first] = all
  if (!first) throw new Error('A call of which nothing was said has no state.')
  const answered = answeredIn(all)
  const ended = endedIn(all, answered !== null)
  return {
    state: ended ? 'ended' : answered ? 'answered' : 'ringing',
    phone: valueIn(all, ({ phone }) => phone),
    isHidden: valueIn(all, ({ phone }) => phone) === null && all.some(({ isHidden }) => isHidden),
    dialled: valueIn(all, ({ dialled }) => dialled),
    startedAt: first.at,
    answered,
    ended,
  }
}

const inTime = (a: CallEvent, b: CallEvent) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)

const valueIn = (all: readonly CallEvent[], of: (event: CallEvent) => string | null) =>
  all.map(of).find((value) => value !== null) ?? null

function answeredIn(all: readonly CallEvent[]): CallState['answered'] {
  const through = all.filter((event) => event.kind === 'answered' || event.kind === 'transferred')
  const [first] = through
  if (!first) return null
  const extension = valueIn(through.toReversed(), (event) => ('extension' in event ? event.extension : null))
  return { at: first.at, extension }
}

/** That somebody answered is never unsaid: a silence while it rang is then none, and nobody has missed the call. */
function endedIn(all: readonly CallEvent[], isAnswered: boolean): CallState['ended'] {
  const said = all.find((event) => event.kind === 'ended')
  if (said) {
    const wasMissed = said.how === 'no-answer' || said.how === 'busy'
    return { at: said.at, how: isAnswered && wasMissed ? 'hung-up' : said.how, isSilence: false }
  }
  const silence = all.findLast((event) => event.kind === 'silent')
  const isHeardAfter = all.some((event) => event.kind !== 'silent' && silence && event.at > silence.at)
  if (!silence || isAnswered || isHeardAfter) return null
  return { at: silence.at, how: 'no-answer', isSilence: true }
}
