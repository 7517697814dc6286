import fc from 'fast-check'
import { type Circumstance, circumstances } from '#app/triage/circumstances.ts'
import type { Answer, Answers, End, Protocol, Question } from '#app/triage/protocol.ts'
import { end, leak, question } from './small-protocol.ts'

/** A number from 0 to below it. */
export type Draw = (below: number) => number

/** Numbers to draw from; when they are used up they begin anew. */
const tape = fc.uint32Array({ minLength: 160, maxLength: 160, size: 'max' })

/** A protocol of any quality, and a source of what is done with it. */
export const anyProtocol = tape.map((numbers) => {
  let at = 0
  const draw: Draw = (below) => (numbers[at++ % numbers.length] as number) % below
  return { protocol: randomProtocol(draw), draw }
})

export const oneOf = <Value>(draw: Draw, values: readonly Value[]): Value => values[draw(values.length)] as Value
export const someOf = <Value>(draw: Draw, values: readonly Value[]) => values.filter(() => draw(2) === 0)

/** Half of them could be published, or nearly; the others are whatever somebody may send. */
function randomProtocol(draw: Draw): Protocol {
  const chosen = draw(8)
  if (chosen < 3) return finished(ordered(draw), draw)
  if (chosen < 5) return finished(turned(ordered(draw), draw), draw)
  if (chosen < 6) return finished(wild(draw), draw)
  return broken(chosen < 7 ? wild(draw) : finished(ordered(draw), draw), draw)
}

const awkward = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'yes', 'dangerous']

/** Gives names of which none is given twice. */
function namer(draw: Draw) {
  const left = [...awkward]
  let count = 0
  return (prefix: string) => {
    count += 1
    return (draw(6) === 0 ? left.splice(draw(left.length), 1)[0] : undefined) ?? `${prefix}-${count}`
  }
}

/** Ends with most urgent first, none as urgent as another. */
function sortedEnds(draw: Draw, name: (prefix: string) => string): [string, End][] {
  const hours = [1, 2, 4, 8, 12, 24, 48].filter(() => draw(2) === 0)
  const danger: Partial<End> = { class: 'danger', hours: oneOf(draw, [null, 2]), safety: ['Ga naar buiten.'] }
  const kinds: Partial<End>[] = [
    ...(draw(3) > 0 ? [danger] : []),
    ...hours.map((within): Partial<End> => ({ class: 'urgent', hours: within })),
    { class: 'working-day' },
    ...(draw(3) > 0 ? [{ class: 'none' } as const] : []),
  ]
  return kinds.map((changes, index) => [name('end'), end({ rule: index + 1, ...changes })])
}

type Node = { id: string; low: number; high: number; height: number }

/**
 * Who gives the dangerous answer never comes out later: each question divides the ends that are left into those before a place
 * and those after it. Parts are used by several questions.
 */
function ordered(draw: Draw): Protocol {
  const name = namer(draw)
  const ends = sortedEnds(draw, name)
  const most = draw(40) === 0 ? 16 : draw(10)
  const deepest = draw(20) === 0 ? 9 : 6
  const questions: [string, Question][] = []
  const made: Node[] = []
  let begun = 0
  const node = (low: number, high: number, depth: number): Node => {
    const known = made.filter((one) => one.low >= low && one.high <= high && depth + one.height <= deepest)
    if (known.length > 0 && draw(3) === 0) return oneOf(draw, known)
    if (low === high || depth >= deepest || begun >= most) {
      const index = low + draw(high - low + 1)
      return { id: (ends[index] as [string, End])[0], low: index, high: index, height: 0 }
    }
    begun += 1
    const id = name('asks')
    const middle = low + draw(high - low + 1)
    const [worse, safer] = [node(low, middle, depth + 1), node(middle, high, depth + 1)]
    const parts =
      draw(2) === 0
        ? { dangerous: 'yes' as const, yes: worse, no: safer }
        : { dangerous: 'no' as const, yes: safer, no: worse }
    questions.push([id, question({ dangerous: parts.dangerous, yes: parts.yes.id, no: parts.no.id })])
    const whole = {
      id,
      low: Math.min(worse.low, safer.low),
      high: Math.max(worse.high, safer.high),
      height: 1 + Math.max(worse.height, safer.height),
    }
    made.push(whole)
    return whole
  }
  const start = node(0, ends.length - 1, 0).id
  return protocolOf({ start, questions, ends: raisedBy(draw(3), ends), raises: someOf(draw, circumstances) })
}

/** Each end raised to the one so many places before it. */
const raisedBy = (places: number, ends: [string, End][]): [string, End][] =>
  ends.map(([id, one], index) => [
    id,
    { ...one, raised: places === 0 || index === 0 ? null : (ends[Math.max(0, index - places)] as [string, End])[0] },
  ])

type Parts = { start: string; questions: [string, Question][]; ends: [string, End][]; raises: Circumstance[] }

const protocolOf = ({ start, questions, ends, raises }: Parts): Protocol =>
  leak({ start, questions: Object.fromEntries(questions), ends: Object.fromEntries(ends), raises, examples: {} })

/** Questions that lead to whatever comes after them. */
function wild(draw: Draw): Protocol {
  const name = namer(draw)
  const ids = Array.from({ length: draw(20) === 0 ? 9 + draw(12) : draw(9) }, () => name('asks'))
  const ends = (draw(20) === 0 ? Array.from({ length: 40 }) : sortedEnds(draw, name)).map((_, index): [string, End] => [
    name('end'),
    end({
      rule: index + 1,
      class: oneOf(draw, ['danger', 'urgent', 'urgent', 'working-day', 'none']),
      hours: 1 + draw(24),
      safety: ['Ga naar buiten.'],
    }),
  ])
  const names = ends.map(([id]) => id)
  const target = (from: number) =>
    oneOf(draw, [...ids.slice(from + 1, from + 4), ...names.slice(0, 3), oneOf(draw, names)])
  const questions = ids.map((id, index): [string, Question] => [
    id,
    question({ dangerous: oneOf(draw, ['yes', 'no']), yes: target(index), no: target(index) }),
  ])
  const raised = ends.map(([id, one]): [string, End] => [
    id,
    { ...one, raised: draw(3) === 0 ? oneOf(draw, names) : null },
  ])
  return protocolOf({ start: ids[0] ?? target(0), questions, ends: raised, raises: someOf(draw, circumstances) })
}

/** With an answer, or the end for whom it is worse, that is not as it was. */
function turned(protocol: Protocol, draw: Draw): Protocol {
  const { questions, ends } = protocol
  const [ids, names] = [Object.keys(questions), Object.keys(ends)]
  if (ids.length === 0 || draw(4) === 0)
    return withEnd(protocol, oneOf(draw, names), { raised: oneOf(draw, [null, ...names]) })
  const id = oneOf(draw, ids)
  const { yes, no } = questions[id] as Question
  return withQuestion(
    protocol,
    id,
    oneOf(draw, [{ yes: no, no: yes }, { yes: oneOf(draw, names) }, { no: oneOf(draw, names) }]),
  )
}

export const withQuestion = (protocol: Protocol, id: string, changes: Partial<Question>): Protocol => ({
  ...protocol,
  questions: added(protocol.questions, id, { ...(protocol.questions[id] as Question), ...changes }),
})

export const withEnd = (protocol: Protocol, id: string, changes: Partial<End>): Protocol => ({
  ...protocol,
  ends: added(protocol.ends, id, { ...(protocol.ends[id] as End), ...changes }),
})

/** Also when the name is `__proto__`. */
export const added = <Entry>(entries: Record<string, Entry>, id: string, entry: Entry): Record<string, Entry> =>
  Object.fromEntries([...Object.entries(entries), [id, entry]])

/** Without what nobody can come to, and with an example that comes out. */
function finished(protocol: Protocol, draw: Draw): Protocol {
  const reached = new Set<string>()
  const visit = (id: string) => {
    if (reached.has(id)) return
    reached.add(id)
    const asks = Object.hasOwn(protocol.questions, id) ? protocol.questions[id] : undefined
    if (asks) for (const next of [asks.yes, asks.no]) visit(next)
  }
  visit(protocol.start)
  const raised = Object.entries(protocol.ends).flatMap(([id, one]) => (reached.has(id) ? (one.raised ?? []) : []))
  if (protocol.raises.length > 0) for (const id of raised) reached.add(id)
  const kept = <Entry>(entries: Record<string, Entry>) =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => reached.has(id)))
  const ends = Object.entries(kept(protocol.ends)).map(([id, one]): [string, End] => [
    id,
    { ...one, raised: one.raised !== null && reached.has(one.raised) ? one.raised : null },
  ])
  const pruned = { ...protocol, questions: kept(protocol.questions), ends: Object.fromEntries(ends) }
  return { ...pruned, examples: { first: exampleOf(pruned, draw) } }
}

function exampleOf({ start, questions, ends, raises }: Protocol, draw: Draw) {
  const answers = new Map<string, Answer>()
  let id = start
  while (Object.hasOwn(questions, id)) {
    const { dangerous, yes, no } = questions[id] as Question
    const answer = oneOf(draw, ['yes', 'no', 'unknown'] as const)
    answers.set(id, answer)
    id = (answer === 'unknown' ? dangerous : answer) === 'yes' ? yes : no
  }
  const isRaised = raises.length > 0 && draw(2) === 0
  return {
    title: 'Er belt iemand.',
    answers: Object.fromEntries(answers),
    circumstances: isRaised ? raises.slice(0, 1) : [],
    end: (isRaised ? ends[id]?.raised : null) ?? id,
  }
}

/** With something wrong, or a few things. */
function broken(protocol: Protocol, draw: Draw): Protocol {
  const { questions, ends } = protocol
  const [ids, names] = [Object.keys(questions), Object.keys(ends)]
  const somewhere = () => oneOf(draw, [...ids, ...names, ...awkward, 'nowhere', ''])
  const breaks: ((whole: Protocol) => Protocol)[] = [
    (whole) => ({ ...whole, start: somewhere() }),
    (whole) => ({ ...whole, questions: {} }),
    (whole) => ({ ...whole, ends: Object.fromEntries(Object.entries(whole.ends).slice(1)) }),
    (whole) => ({ ...whole, ends: {} }),
    (whole) => withEnd(whole, oneOf(draw, [...names, 'end-0']), { ...end(), raised: somewhere() }),
    (whole) => ({
      ...whole,
      questions: added(whole.questions, somewhere(), question({ yes: somewhere(), no: somewhere() })),
    }),
    ...ids.map(
      (id) => (whole: Protocol) => withQuestion(whole, id, { ...question(), yes: somewhere(), no: oneOf(draw, ids) }),
    ),
  ]
  const once = oneOf(draw, breaks)(protocol)
  return draw(3) === 0 ? oneOf(draw, breaks)(once) : once
}

/** What was answered to all questions. */
export const randomSheet = (draw: Draw, { questions }: Protocol): Answers =>
  Object.fromEntries(Object.keys(questions).map((id) => [id, oneOf(draw, ['yes', 'no', 'unknown'] as const)]))

/** Whatever may be kept as answers: not to all questions, to some that are not there, and what is no answer. */
export function randomAnswers(draw: Draw, { questions }: Protocol): Answers {
  const garbage = ['maybe', '', 'ask', 'why', 'dangerous', '__proto__', null, 0, {}, ['yes']] as Answer[]
  const ids = [...Object.keys(questions), ...awkward].filter(() => draw(5) > 0)
  return Object.fromEntries(
    ids.map((id) => [id, draw(6) === 0 ? oneOf(draw, garbage) : oneOf(draw, ['yes', 'no', 'unknown'] as const)]),
  )
}
