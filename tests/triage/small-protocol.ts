import type { End, Protocol, Question } from '#app/triage/protocol.ts'

/** An end with all it needs. */
export const end = (changes: Partial<End> = {}): End => ({
  rule: 1,
  class: 'working-day',
  hours: null,
  trades: [],
  because: 'het kan wachten',
  say: 'De corporatie belt u morgen.',
  safety: [],
  worse: 'Bel meteen als het erger wordt.',
  ringBackMinutes: null,
  isOwnAccount: false,
  raised: null,
  ...changes,
})

export const question = (changes: Partial<Question> = {}): Question => ({
  ask: 'Loopt het water nog?',
  why: 'Dan komt er meteen iemand.',
  dangerous: 'yes',
  yes: 'urgent',
  no: 'later',
  ...changes,
})

/** One that can be published: a leak that stops or does not. */
export const leak = (changes: Partial<Protocol> = {}): Protocol => ({
  format: 1,
  kind: 'water-leak',
  words: ['lekkage'],
  start: 'runs',
  questions: {
    runs: question({ yes: 'near-power', no: 'later' }),
    'near-power': question({ yes: 'now', no: 'urgent' }),
  },
  ends: {
    now: end({ rule: 1, class: 'danger', hours: 2, safety: ['Raak niets aan.'] }),
    urgent: end({ rule: 2, class: 'urgent', hours: 4, trades: ['plumber'], raised: 'sooner' }),
    sooner: end({ rule: 3, class: 'urgent', hours: 2, trades: ['plumber'] }),
    later: end({ rule: 4, raised: 'urgent' }),
  },
  raises: ['frail'],
  examples: { drop: { title: 'Het drupt nog na.', answers: { runs: 'no' }, circumstances: [], end: 'later' } },
  ...changes,
})
