import { hoursText } from '#app/lines/hours-text.ts'
import type { Line } from '#app/lines/lines.server.ts'
import { fillValues } from '#app/reference-values/fill-values.ts'
import type { ShownValues } from '#app/reference-values/read-values.server.ts'
import { type OutlineRow, outlineOf } from '#app/triage/outline.ts'
import { type Answer, type End, entry, type Protocol, safeAnswer } from '#app/triage/protocol.ts'
import type { PaperFacts } from './paper-facts.ts'
import { paperWords as words } from './paper-words.ts'

/** What stands below each other on paper. `chapter` begins a page and stands in the contents. */
export type Block =
  | { is: 'title' | 'chapter' | 'heading' | 'text' | 'strong' | 'item' | 'small'; text: string }
  | { is: 'row'; label: string; text: string }

const block = (is: 'chapter' | 'heading' | 'text' | 'strong' | 'item' | 'small', text: string): Block => ({ is, text })
const row = (label: string, text: string): Block => ({ is: 'row', label, text })
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The first page: what holds for every call, whom to ring, and who answers when. */
export function coverBlocks({ corporation, values, urgentNumbers, lines }: PaperFacts, names: Record<string, string>) {
  return [
    { is: 'title', text: words.title(corporation) } satisfies Block,
    block('heading', words.first),
    ...words.firstSteps.map((step, index) => block('item', `${index + 1}. ${step}`)),
    block('heading', words.numbers),
    ...[...values].map(([key, { text }]) => row(names[key] ?? key, text)),
    ...urgentNumbers.map(({ name, phone, ringWhen }) => row(name, [phone.text, ringWhen].filter(Boolean).join(' – '))),
    block('heading', words.hours),
    ...lines.flatMap(({ name, answeredBy }) => [
      block('strong', name),
      ...(answeredBy.length === 0 ? [block('item', words.nobody)] : []),
      ...answeredBy.map(({ desk, hours }) => row(desk, hours)),
    ]),
  ]
}

/** When each desk answers a line, of those that do at all from this date on. */
export function answeredBy({ hours }: Pick<Line, 'hours'>, desks: ReadonlyMap<number, string>, today: string) {
  const ids = [...new Set(hours.flatMap(({ deskId }) => deskId ?? []))]
  return ids.flatMap((id) => {
    const text = hoursText(hours, id, { today, words: words.lines })
    return text === '' ? [] : [{ desk: desks.get(id) ?? '', hours: text }]
  })
}

/** One protocol, as somebody can walk it with a finger: its questions by number, its ends by their rule. */
export function protocolBlocks({ protocol, version }: PaperFacts['protocols'][number], values: ShownValues): Block[] {
  const text = (written: string) => filled(written, values)
  const questions = outlineOf(protocol)
  const numbers = new Map(questions.map(({ id, number }) => [id, number]))
  const target = (id: string) => {
    const number = numbers.get(id)
    return number ? words.question(number) : words.rule(entry(protocol.ends, id)?.rule ?? 0)
  }
  const raises = protocol.raises.map((one) => words.circumstances[one].toLowerCase()).join(', ')
  return [
    block('chapter', words.kinds[protocol.kind]),
    block('small', version === null ? words.base : words.ownVersion(version)),
    row(words.callersSay, protocol.words.join(', ')),
    block('heading', words.questions),
    ...questions.flatMap((row) => questionBlocks(row, { target, text })),
    ...(raises === '' ? [] : [block('text', words.whenWorse(raises))]),
    block('heading', words.ends),
    ...Object.values(protocol.ends)
      .toSorted((one, other) => one.rule - other.rule)
      .flatMap((end) => endBlocks(end, protocol, text)),
  ]
}

const filled = (written: string, values: ShownValues) =>
  fillValues(written, values)
    .map((part) => (part.kind === 'missing' ? words.missing : part.text))
    .join('')

type Shown = { target: (id: string) => string; text: (written: string) => string }

function questionBlocks({ question, number }: OutlineRow, { target, text }: Shown): Block[] {
  const said = (answer: Answer) => words.answers[answer].toLowerCase()
  const dangerous = `${said(question.dangerous)}${words.or}${said('unknown')}`
  const safe = safeAnswer(question)
  return [
    block('strong', `${number}. ${text(question.ask)}`),
    block('small', text(question.why)),
    block('item', words.leadsTo(capital(dangerous), target(question[question.dangerous]))),
    block('item', words.leadsTo(capital(said(safe)), target(question[safe]))),
  ]
}

function endBlocks(end: End, { ends, raises }: Protocol, text: (written: string) => string): Block[] {
  const raised = raises.length > 0 && end.raised ? entry(ends, end.raised) : undefined
  return [
    block('strong', `${capital(words.rule(end.rule))}. ${words.urgency(end)}`),
    block('text', sentence(text(words.because(end.because)))),
    ...(end.safety.length > 0 ? [block('text', `${words.doNow}:`)] : []),
    ...end.safety.map((line) => block('item', `• ${text(line)}`)),
    ...(end.ringBackMinutes ? [block('text', words.ringBack(end.ringBackMinutes))] : []),
    ...(end.isOwnAccount ? [block('text', words.ownAccount)] : []),
    row(words.say, text(end.say)),
    ...(end.trades.length > 0
      ? [block('text', words.send(end.trades.map((one) => words.trades[one]).join(', ')))]
      : []),
    ...(end.worse ? [row(words.worse, text(end.worse))] : []),
    ...(raised ? [block('small', words.raisedTo(raised.rule))] : []),
  ]
}
