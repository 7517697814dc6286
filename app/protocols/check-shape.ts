import { entry, mostOnOneWay, mostQuestions, type Protocol } from '#app/triage/protocol.ts'
import { isLessUrgent } from '#app/triage/urgency.ts'
import type { Finding } from './findings.ts'

const choices = ['yes', 'no'] as const

type Shape = {
  findings: Finding[]
  /** Every way ends, at a name that means one thing, and there are few enough questions to try all answers. */
  isWalkable: boolean
}

/** Whether all ways lead somewhere, and somewhere all questions and ends are needed. */
export function checkShape(protocol: Protocol): Shape {
  const dead = deadEnds(protocol)
  const twice = sameNames(protocol)
  const loop = findLoop(protocol)
  const isTooLarge = Object.keys(protocol.questions).length > mostQuestions
  const findings: Finding[] = [...dead, ...twice, ...unreachable(protocol), ...raisedLower(protocol)]
  if (loop) findings.push({ place: { in: 'question', id: loop[0] as string }, what: 'loop', way: loop })
  if (isTooLarge) findings.push({ place: { in: 'protocol' }, what: 'too-many-questions' })
  const isWalkable = dead.length === 0 && twice.length === 0 && !loop && !isTooLarge
  if (isWalkable) findings.push(...tooLong(protocol))
  return { findings, isWalkable }
}

const isThere = ({ questions, ends }: Protocol, id: string) => Boolean(entry(questions, id) ?? entry(ends, id))

function deadEnds(protocol: Protocol): Finding[] {
  const start: Finding[] = isThere(protocol, protocol.start)
    ? []
    : [{ place: { in: 'protocol' }, what: 'dead-end', answer: 'start', to: protocol.start }]
  const edges = Object.entries(protocol.questions).flatMap(([id, question]) =>
    choices
      .filter((answer) => !isThere(protocol, question[answer]))
      .map((answer): Finding => ({ place: { in: 'question', id }, what: 'dead-end', answer, to: question[answer] })),
  )
  return [...start, ...edges]
}

const sameNames = ({ questions, ends }: Protocol): Finding[] =>
  Object.keys(questions)
    .filter((id) => Object.hasOwn(ends, id))
    .map((id) => ({ place: { in: 'question', id }, what: 'same-name' }))

/** All that some caller can come to, also by a circumstance. */
function reachable({ start, questions, ends, raises }: Protocol): Set<string> {
  const reached = new Set<string>()
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    const question = entry(questions, id)
    if (question) open.push(question.yes, question.no)
  }
  const raised = raises.length > 0 ? [...reached].flatMap((id) => entry(ends, id)?.raised ?? []) : []
  return new Set([...reached, ...raised])
}

function unreachable(protocol: Protocol): Finding[] {
  // Then all of it is, for one reason that is said.
  if (!isThere(protocol, protocol.start)) return []
  const reached = reachable(protocol)
  const missed = (entries: object) => Object.keys(entries).filter((id) => !reached.has(id))
  return [
    ...missed(protocol.questions).map((id): Finding => ({ place: { in: 'question', id }, what: 'unreachable' })),
    ...missed(protocol.ends).map((id): Finding => ({ place: { in: 'end', id }, what: 'unreachable' })),
  ]
}

/** An end in the place of another for whom it is worse must be more urgent than it. */
function raisedLower({ ends }: Protocol): Finding[] {
  return Object.entries(ends).flatMap(([id, end]): Finding[] => {
    if (end.raised === null) return []
    const raised = entry(ends, end.raised)
    if (!raised) return [{ place: { in: 'end', id }, what: 'raised-nowhere', to: end.raised }]
    return isLessUrgent(end, raised) ? [] : [{ place: { in: 'end', id }, what: 'raised-lower', to: end.raised }]
  })
}

/** One way round in a circle: its questions in order, the first one being where it closes. */
function findLoop({ start, questions }: Protocol): string[] | null {
  const done = new Set<string>()
  const visit = (id: string, way: string[]): string[] | null => {
    if (way.includes(id)) return way.slice(way.indexOf(id))
    const question = entry(questions, id)
    if (!question || done.has(id)) return null
    const found = visit(question.yes, [...way, id]) ?? visit(question.no, [...way, id])
    done.add(id)
    return found
  }
  for (const id of [start, ...Object.keys(questions)]) {
    const loop = visit(id, [])
    if (loop) return loop
  }
  return null
}

/** Ways that ask more than a caller in need should be asked, each told by its last question. */
function tooLong({ start, questions }: Protocol): Finding[] {
  const longest = new Map<string, string[]>()
  const wayFrom = (id: string): string[] => {
    const known = longest.get(id)
    if (known) return known
    const question = entry(questions, id)
    if (!question) return []
    const [yes, no] = [wayFrom(question.yes), wayFrom(question.no)]
    const way = [id, ...(yes.length > no.length ? yes : no)]
    longest.set(id, way)
    return way
  }
  const way = wayFrom(start)
  if (way.length <= mostOnOneWay) return []
  return [{ place: { in: 'question', id: way[mostOnOneWay] as string }, what: 'too-long', way }]
}
