import { type Answer, type End, type Example, entry, type Protocol, type Question } from '#app/triage/protocol.ts'
import type { useTriageWords } from '#app/triage/triage-words.ts'
import { urgencyText } from '#app/triage/urgency-text.ts'
import type { PartPlace } from './patch.ts'
import type { useWords } from './words.ts'

/** What stands at a place, field by field, in words. */
export type Fact = { term: string; value: string }

export type FactWords = { words: ReturnType<typeof useWords>; triage: ReturnType<typeof useTriageWords> }

/** `protocol`: where the names of questions and ends are found that it leads to. */
export function factsOf(
  place: PartPlace,
  value: unknown,
  { protocol, ...words }: FactWords & { protocol: Protocol },
): Fact[] {
  if (value === null || value === undefined) return []
  if (place.startsWith('questions.')) return questionFacts(value as Question, protocol, words)
  if (place.startsWith('ends.')) return endFacts(value as End, protocol, words)
  if (place.startsWith('examples.')) return exampleFacts(value as Example, protocol, words)
  const { path } = words.words
  if (place === 'words') return [{ term: path.words, value: (value as string[]).join(', ') }]
  if (place === 'start') return [{ term: path.start, value: nameOf(String(value), protocol, words) }]
  const circumstances = (value as Example['circumstances']).map((one) => words.triage.circumstances[one])
  return [{ term: path.raises, value: circumstances.join(', ') || path.none }]
}

function questionFacts({ ask, why, dangerous, yes, no }: Question, protocol: Protocol, words: FactWords): Fact[] {
  const { form, path } = words.words
  return [
    { term: form.ask, value: ask || path.noText },
    { term: form.why, value: why || path.noText },
    { term: form.dangerous, value: words.triage.answers[dangerous] },
    { term: form.yes, value: nameOf(yes, protocol, words) },
    { term: form.no, value: nameOf(no, protocol, words) },
  ]
}

function endFacts(end: End, protocol: Protocol, words: FactWords): Fact[] {
  const { form, path } = words.words
  const { trades } = words.triage
  const ringBack =
    end.ringBackMinutes === null
      ? []
      : [{ term: form.ringBackMinutes, value: `${end.ringBackMinutes} ${form.minutes}` }]
  const raised = end.raised === null ? form.notRaised : nameOf(end.raised, protocol, words)
  return [
    { term: form.class, value: urgencyText(end, words.triage) },
    { term: form.because, value: end.because || path.noText },
    { term: form.say, value: end.say || path.noText },
    { term: form.safety, value: end.safety.join('\n') || path.none },
    { term: form.worse, value: end.worse || path.none },
    { term: form.trades, value: end.trades.map((trade) => trades[trade]).join(', ') || path.none },
    ...ringBack,
    ...(end.isOwnAccount ? [{ term: form.isOwnAccount, value: form.yesWord }] : []),
    { term: form.raised, value: raised },
  ]
}

function exampleFacts({ title, answers, circumstances, end }: Example, protocol: Protocol, words: FactWords): Fact[] {
  const { form, path } = words.words
  const given = Object.entries(answers).map(
    ([id, answer]) => `${entry(protocol.questions, id)?.ask ?? path.noText} ${words.triage.answers[answer as Answer]}`,
  )
  return [
    { term: form.title, value: title || path.noText },
    { term: form.answers, value: given.join('\n') || path.none },
    {
      term: form.circumstances,
      value: circumstances.map((one) => words.triage.circumstances[one]).join(', ') || path.none,
    },
    { term: form.expected, value: nameOf(end, protocol, words) },
  ]
}

/** A question by how it is asked, an end by its rule and how urgent it is. */
export function nameOf(id: string, protocol: Protocol, { words, triage }: FactWords): string {
  const question = entry(protocol.questions, id)
  if (question) return question.ask || words.path.noText
  const end = entry(protocol.ends, id)
  if (!end) return words.path.nowhere
  return `${words.path.rule(end.rule)} · ${urgencyText(end, triage)}`
}

/** What a place is called: "Vraag “Loopt het nog?”". `value`: what stood there, when it is gone. */
export function placeName(place: PartPlace, value: unknown, words: FactWords): string {
  const { form, path } = words.words
  if (place.startsWith('questions.')) return `${form.question} “${(value as Question | null)?.ask || path.noText}”`
  if (place.startsWith('ends.')) return path.rule((value as End | null)?.rule ?? 0)
  if (place.startsWith('examples.')) return `${form.example} “${(value as Example | null)?.title || path.noText}”`
  return place === 'words' ? path.words : place === 'raises' ? path.raises : path.start
}
