import type { Finding, FindingKind, Place, TextField } from '#app/protocols/findings.ts'
import { walk } from '#app/triage/engine.ts'
import { type End, mostOnOneWay, mostQuestions, type Protocol, type Question } from '#app/triage/protocol.ts'
import { added, type Draw, oneOf, randomSheet, withEnd, withQuestion } from '#tests/triage/random-protocols.ts'
import { end, question } from '#tests/triage/small-protocol.ts'

/** A protocol with one thing wrong, and how that has to be found; null when this one has no room for it. */
type Seeder<Kind extends FindingKind> = (
  protocol: Protocol,
  draw: Draw,
) => { protocol: Protocol; place: Place; details?: Partial<Extract<Finding, { what: Kind }>> } | null

const anyQuestion = (draw: Draw, { questions }: Protocol) => oneOf(draw, Object.keys(questions))
const anyEnd = (draw: Draw, { ends }: Protocol) => oneOf(draw, Object.keys(ends))
const inQuestion = (id: string): Place => ({ in: 'question', id })
const inEnd = (id: string): Place => ({ in: 'end', id })
const inExample = (id: string): Place => ({ in: 'example', id })

/** Each kind of finding put into a protocol that can be published, at a place that is drawn. */
export const seeders: { [Kind in FindingKind]: Seeder<Kind> } = {
  unreachable: (protocol, draw) => {
    const leads = { yes: anyEnd(draw, protocol), no: anyEnd(draw, protocol) }
    const questions = added(protocol.questions, 'spare', question(leads))
    return draw(2) === 0
      ? { protocol: { ...protocol, questions }, place: inQuestion('spare') }
      : { protocol: withEnd(protocol, 'spare', end({ rule: 99 })), place: inEnd('spare') }
  },
  'dead-end': (protocol, draw) => {
    const to = oneOf(draw, ['nowhere', 'valueof', '__defineGetter__'])
    const answer = oneOf(draw, ['yes', 'no', 'start'] as const)
    if (answer === 'start')
      return { protocol: { ...protocol, start: to }, place: { in: 'protocol' }, details: { answer, to } }
    const id = anyQuestion(draw, protocol)
    return { protocol: withQuestion(protocol, id, { [answer]: to }), place: inQuestion(id), details: { answer, to } }
  },
  loop: (protocol, draw) => {
    const id = anyQuestion(draw, protocol)
    const circle = withQuestion(protocol, id, { [oneOf(draw, ['yes', 'no'])]: protocol.start })
    return { protocol: circle, place: inQuestion(protocol.start) }
  },
  'too-long': (protocol, draw) => {
    if (Object.keys(protocol.questions).length + mostOnOneWay > mostQuestions) return null
    const id = anyQuestion(draw, protocol)
    const { chained, first } = withChain(protocol, mostOnOneWay, (protocol.questions[id] as Question).yes)
    const tooMuch = `chain-${mostOnOneWay - longestTo(protocol, id)}`
    return { protocol: withQuestion(chained, id, { yes: first }), place: inQuestion(tooMuch) }
  },
  'too-many-questions': (protocol) => {
    const { chained, first } = withChain(protocol, mostQuestions, protocol.start)
    return { protocol: { ...chained, start: first }, place: { in: 'protocol' } }
  },
  'same-name': (protocol, draw) => {
    const id = anyEnd(draw, protocol)
    return { protocol: { ...protocol, questions: added(protocol.questions, id, question()) }, place: inQuestion(id) }
  },
  'no-words': (protocol, draw) => {
    const [place, field] = oneOf(draw, fieldsOf(protocol))
    return { protocol: withText(protocol, place, { field, text: '' }), place, details: { field } }
  },
  'no-hours': (protocol, draw) => {
    const id = anyEnd(draw, protocol)
    return { protocol: withEnd(protocol, id, { class: 'urgent', hours: null }), place: inEnd(id) }
  },
  'same-rule': (protocol, draw) => {
    const [other = '', ...later] = Object.keys(protocol.ends)
    if (later.length === 0) return null
    const id = oneOf(draw, later)
    const { rule } = protocol.ends[other] as End
    return { protocol: withEnd(protocol, id, { rule }), place: inEnd(id), details: { other } }
  },
  'raised-nowhere': (protocol, draw) => {
    const id = anyEnd(draw, protocol)
    const to = oneOf(draw, ['nowhere', 'isprototypeof', ...Object.keys(protocol.questions)])
    return { protocol: withEnd(protocol, id, { raised: to }), place: inEnd(id), details: { to } }
  },
  'raised-lower': (protocol, draw) => {
    const id = anyEnd(draw, protocol)
    const withLowest = withEnd(protocol, 'lowest', end({ rule: 99, class: 'none' }))
    const to = oneOf(draw, [id, 'lowest'])
    return { protocol: withEnd(withLowest, id, { raised: to }), place: inEnd(id), details: { to } }
  },
  'less-urgent': (protocol, draw) => {
    const id = anyQuestion(draw, protocol)
    const { dangerous } = protocol.questions[id] as Question
    const withEnds = withEnd(
      withEnd(protocol, 'soonest', end({ rule: 98, class: 'danger' })),
      'latest',
      end({ rule: 99, class: 'none' }),
    )
    const leads = dangerous === 'yes' ? { yes: 'latest', no: 'soonest' } : { yes: 'soonest', no: 'latest' }
    return { protocol: withQuestion(withEnds, id, leads), place: inQuestion(id) }
  },
  'no-examples': (protocol) => ({ protocol: { ...protocol, examples: {} }, place: { in: 'protocol' } }),
  'unfinished-example': (protocol, draw) => {
    const { steps, id } = walk(protocol, randomSheet(draw, protocol))
    const kept = draw(steps.length)
    const answers = Object.fromEntries(steps.slice(0, kept).map((step) => [step.question, step.answer]))
    const question = (steps[kept] as { question: string }).question
    const examples = added(protocol.examples, 'half', { title: 'Half.', answers, circumstances: [], end: id })
    return { protocol: { ...protocol, examples }, place: inExample('half'), details: { question } }
  },
  'failing-example': (protocol, draw) => {
    const answers = randomSheet(draw, protocol)
    const { id } = walk(protocol, answers)
    const other = oneOf(draw, ['nowhere', ...Object.keys(protocol.ends).filter((name) => name !== id)])
    const examples = added(protocol.examples, 'fails', { title: 'Anders.', answers, circumstances: [], end: other })
    return { protocol: { ...protocol, examples }, place: inExample('fails'), details: { came: id, expected: other } }
  },
  'typed-number': (protocol, draw) => {
    const [place, field] = oneOf(draw, fieldsOf(protocol).slice(1))
    return {
      protocol: withText(protocol, place, { field, text: 'Bel 0800 9009.' }),
      place,
      details: { text: '0800 9009' },
    }
  },
  'unknown-value': (protocol, draw) => {
    const [place, field] = oneOf(draw, fieldsOf(protocol).slice(1))
    return { protocol: withText(protocol, place, { field, text: 'Bel {nobody}.' }), place, details: { key: 'nobody' } }
  },
}

/** With so many questions in a row before a place, each of which leads on whatever is answered. */
function withChain(protocol: Protocol, length: number, to: string) {
  const ids = Array.from({ length }, (_, index) => `chain-${index}`)
  const chain = ids.map((id, index): [string, Question] => {
    const next = ids[index + 1] ?? to
    return [id, question({ yes: next, no: next })]
  })
  const questions = Object.fromEntries([...Object.entries(protocol.questions), ...chain])
  return { chained: { ...protocol, questions }, first: ids[0] as string }
}

/** How many questions there are at most on a way to one and with it. */
function longestTo(protocol: Protocol, id: string): number {
  const before = Object.entries(protocol.questions).filter(([, { yes, no }]) => yes === id || no === id)
  return 1 + Math.max(0, ...before.map(([from]) => longestTo(protocol, from)))
}

/** Every text that has to be there; the first one is of the protocol itself and is no sentence. */
const fieldsOf = ({ questions, ends }: Protocol): [Place, TextField][] => [
  [{ in: 'protocol' }, 'words'],
  ...Object.keys(questions).flatMap((id) =>
    (['ask', 'why'] as const).map((field): [Place, TextField] => [inQuestion(id), field]),
  ),
  ...Object.entries(ends).flatMap(([id, one]) =>
    (['because', 'say', one.class === 'danger' ? 'safety' : 'worse'] as const).map((field): [Place, TextField] => [
      inEnd(id),
      field,
    ]),
  ),
]

function withText(protocol: Protocol, place: Place, { field, text }: { field: TextField; text: string }): Protocol {
  if (place.in === 'question') return withQuestion(protocol, place.id, { [field]: text })
  if (place.in === 'end') return withEnd(protocol, place.id, { [field]: field === 'safety' ? [text] : text })
  return { ...protocol, words: [] }
}
