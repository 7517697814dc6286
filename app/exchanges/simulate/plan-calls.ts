/** Numbers of 0 up to 1 that are the same each time for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Simulation = { callsPerHour: number; minutes: number; storm: boolean; seed: number }

/** Something to send, `afterMs` from the beginning. `caller` and `line` are places in whatever lists there are. */
export type PlannedMessage = {
  afterMs: number
  /** When it happened; later than `afterMs` for none, earlier for what comes late. */
  happenedMs: number
  id: string
  call: string
  type: 'ringing' | 'ended'
  caller: number
  isHidden: boolean
  line: number
}

const stormFactor = 8
const hiddenShare = 0.12
const doubleShare = 0.03
const lateShare = 0.02
const ringsAgainMs = 20_000
const patienceMs = 150_000

/**
 * Calls as they come to a desk: at random moments, each ringing until the caller's patience is at an end, since nobody
 * answers. With a storm eight times as many come in the middle fifth. A few messages come twice or late, as they do.
 */
export function planCalls({ callsPerHour, minutes, storm, seed }: Simulation): PlannedMessage[] {
  const random = seededRandom(seed)
  const endMs = minutes * 60_000
  const wait = (meanMs: number) => -Math.log(1 - random()) * meanMs
  const meanMs = (atMs: number) => 3_600_000 / callsPerHour / (storm && isInStorm(atMs / endMs) ? stormFactor : 1)
  const messages: PlannedMessage[] = []
  let count = 0
  for (let atMs = wait(meanMs(0)); atMs < endMs; atMs += wait(meanMs(atMs))) {
    count += 1
    messages.push(...messagesOf({ call: `simulated-${seed}-${count}`, atMs, lasts: 4_000 + wait(patienceMs) }, random))
  }
  return messages.toSorted((a, b) => a.afterMs - b.afterMs || (a.id < b.id ? -1 : 1))
}

const isInStorm = (part: number) => part >= 0.4 && part < 0.6

function messagesOf({ call, atMs, lasts }: { call: string; atMs: number; lasts: number }, random: () => number) {
  const of = { call, caller: random(), isHidden: random() < hiddenShare, line: random() }
  const rings = Array.from({ length: 1 + Math.min(9, Math.floor(lasts / ringsAgainMs)) }, (_, time) => ({
    type: 'ringing' as const,
    happenedMs: atMs + time * ringsAgainMs,
  }))
  const all = [...rings, { type: 'ended' as const, happenedMs: atMs + lasts }]
  return all.flatMap((said, index) => {
    const happenedMs = Math.round(said.happenedMs)
    const afterMs = happenedMs + (random() < lateShare ? Math.round(random() * 60_000) : 0)
    const message: PlannedMessage = { ...of, ...said, happenedMs, afterMs, id: `${call}-${index}` }
    return random() < doubleShare ? [message, { ...message, afterMs: afterMs + 1_500 }] : [message]
  })
}
