import type { FilledPart } from '#app/reference-values/fill-values.ts'
import type { Language } from '#app/ui/language.tsx'
import type { ShownVerdict } from './shown-run.ts'
import { triageWords } from './triage-words.ts'

/** All that is told back to a caller. `place`: where it is; `day`: when the office opens next, as it is said. */
export type Facts = {
  place: string | null
  /** What it is about, as it is called. */
  about: string
  answers: readonly { ask: readonly FilledPart[]; answer: 'yes' | 'no' | 'unknown' }[]
  verdict: ShownVerdict
  day: string | null
}

/** The words as they are said aloud; what a corporation has not filled in is left open. */
export const spoken = (parts: readonly FilledPart[]): string =>
  parts.map((part) => (part.kind === 'missing' ? '…' : part.text)).join('')

const frames = {
  nl: {
    open: (about: string, place: string | null) =>
      place ? `Ik vat het samen. Het gaat om: ${about}, ${place}.` : `Ik vat het samen. Het gaat om: ${about}.`,
    said: 'U zei:',
    answers: { yes: 'ja', no: 'nee', unknown: 'dat weet ik niet' },
    danger: (because: string) => `Dit is gevaar, want ${because}.`,
    urgent: (hours: number, because: string) =>
      `Dit is spoed, want ${because}. Wij zorgen dat er binnen ${hours} uur iemand is.`,
    later: (because: string, day: string | null) =>
      `Dit is geen spoed, want ${because}. De corporatie belt u${day ? ` op ${day}` : ' op een werkdag'}.`,
    none: (because: string) => `U hoeft niets te doen, want ${because}.`,
    ownAccount: { yes: 'U betaalt dit zelf en u gaat akkoord met de kosten.', no: 'U wilt het zelf regelen.' },
    until: 'Tot die tijd:',
    end: 'Klopt dit?',
  },
  en: {
    open: (about: string, place: string | null) =>
      place ? `Let me sum up. It is about: ${about}, ${place}.` : `Let me sum up. It is about: ${about}.`,
    said: 'You said:',
    answers: { yes: 'yes', no: 'no', unknown: 'I do not know' },
    danger: (because: string) => `This is danger, because ${because}.`,
    urgent: (hours: number, because: string) =>
      `This is urgent, because ${because}. We see to it that somebody is there within ${hours} hours.`,
    later: (because: string, day: string | null) =>
      `This is not urgent, because ${because}. The corporation rings you${day ? ` on ${day}` : ' on a working day'}.`,
    none: (because: string) => `There is nothing you need to do, because ${because}.`,
    ownAccount: { yes: 'You pay for this yourself and agree to the costs.', no: 'You want to arrange it yourself.' },
    until: 'Until then:',
    end: 'Is that right?',
  },
}

/** What was understood, what happens next and what to do until then, to be read aloud, a sentence or two a line. */
export function readBack(facts: Facts, language: Language): string {
  const words = frames[language]
  const { place, about, answers, verdict } = facts
  const isDeclined = verdict.isOwnAccount && verdict.costsAgreed === false
  const safety = verdict.safety.map(({ text }) => spoken(text))
  const lines = [
    words.open(about, place),
    `${words.said} ${answers.map(({ ask, answer }) => `${spoken(ask)} ${capital(words.answers[answer])}.`).join(' ')}`,
    isDeclined ? words.ownAccount.no : outcomeOf(facts, language),
    verdict.isOwnAccount && verdict.costsAgreed === true ? words.ownAccount.yes : '',
    safety.length > 0 && !isDeclined ? `${words.until} ${safety.join(' ')}` : '',
    spoken(verdict.worse),
    words.end,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/** By what holds: the override when there is one, the reason of the protocol only where it still is the reason. */
function outcomeOf({ verdict, day }: Facts, language: Language): string {
  const words = frames[language]
  const { holds, override } = verdict
  const because = override ? triageWords[language].becauseOf[override.direction] : spoken(verdict.because)
  if (holds.class === 'danger') return words.danger(because)
  if (holds.class === 'urgent') return words.urgent(holds.hours ?? 0, because)
  if (holds.class === 'none') return words.none(because)
  return words.later(because, day)
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
