import { type End, entry, type Protocol, type Question } from '#app/triage/protocol.ts'
import type { PlaceChange } from './place-change.ts'

/** An answer to a question, or the beginning. */
export type Edge = { question: string; answer: 'yes' | 'no' } | 'start'
export type Added = { place: PlaceChange['place']; changes: PlaceChange[] }

const leads = ({ start, questions }: Protocol, edge: Edge) =>
  edge === 'start' ? start : (entry(questions, edge.question)?.[edge.answer] ?? '')

const leadTo = (protocol: Protocol, edge: Edge, to: string): PlaceChange[] => {
  if (edge === 'start') return [{ place: 'start', after: to }]
  const question = entry(protocol.questions, edge.question)
  return question ? [{ place: `questions.${edge.question}`, after: { ...question, [edge.answer]: to } }] : []
}

/** A question in between: what came there comes after it, whatever is answered, until that is chosen. `id` is a new one. */
export function questionAt(protocol: Protocol, edge: Edge, id: string): Added {
  const to = leads(protocol, edge)
  const question: Question = { ask: '', why: '', dangerous: 'yes', yes: to, no: to }
  const place = `questions.${id}` as const
  return { place, changes: [{ place, after: question }, ...leadTo(protocol, edge, id)] }
}

/** An end of its own for an answer. */
export function endAt(protocol: Protocol, edge: Edge, id: string): Added {
  const rule = Math.max(0, ...Object.values(protocol.ends).map((one) => one.rule)) + 1
  const end: End = {
    ...{ rule, class: 'working-day', hours: null, trades: [], because: '', say: '', safety: [], worse: '' },
    ...{ ringBackMinutes: null, isOwnAccount: false, raised: null },
  }
  const place = `ends.${id}` as const
  return { place, changes: [{ place, after: end }, ...leadTo(protocol, edge, id)] }
}

/** Takes a question or an end away; whatever led to it leads to `instead` from then on. */
export function without(
  protocol: Protocol,
  place: `questions.${string}` | `ends.${string}`,
  instead: string,
): PlaceChange[] {
  const id = place.slice(place.indexOf('.') + 1)
  const turned = (to: string) => (to === id ? instead : to)
  const start: PlaceChange[] = protocol.start === id ? [{ place: 'start', after: instead }] : []
  const questions = Object.entries(protocol.questions)
    .filter(([name, { yes, no }]) => name !== id && (yes === id || no === id))
    .map(([name, question]): PlaceChange => {
      const after = { ...question, yes: turned(question.yes), no: turned(question.no) }
      return { place: `questions.${name}`, after }
    })
  const ends = Object.entries(protocol.ends)
    .filter(([name, { raised }]) => name !== id && raised === id)
    .map(([name, end]): PlaceChange => {
      const isOfItself = name === instead || !entry(protocol.ends, instead)
      return { place: `ends.${name}`, after: { ...end, raised: isOfItself ? null : instead } }
    })
  return [{ place, after: null }, ...start, ...questions, ...ends]
}
