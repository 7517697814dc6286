import type { StrikeReason } from './call-reports.ts'
import type { HistoryWords } from './history.ts'
import type { TenantEvent } from './tenant-history.server.ts'
import { reportKindWords } from './today-words.ts'
import { en as wordsEn } from './words.en.ts'
import { nl as wordsNl } from './words.nl.ts'

const fieldsNl: Record<string, string> = wordsNl.corrections.fields
const fieldsEn: Record<string, string> = wordsEn.corrections.fields
const reasonsNl: Record<StrikeReason, string> = { 'wrong-number': 'Verkeerd nummer', 'out-of-service': 'Bestaat niet' }
const reasonsEn: Record<StrikeReason, string> = { 'wrong-number': 'Wrong number', 'out-of-service': 'Out of service' }

export const nl: HistoryWords<TenantEvent> = {
  'contact:corrected': ({ field, was, becomes }) => [
    `${fieldsNl[field] ?? field} doorgegeven: ${becomes ?? 'leeg'}`,
    `In de lijst stond: ${was ?? 'niets'}`,
  ],
  'contact:agreed': ({ field, becomes }) => [`De lijst nam over: ${fieldsNl[field] ?? field} ${becomes ?? 'leeg'}`],
  'number:struck': ({ number, reason }) => [`${number} wordt niet meer gebeld`, reasonsNl[reason]],
  'report:filed': ({ kind }) => [`Gemeld: ${reportKindWords.nl[kind]}`],
  'report:taken-back': ({ kind }) => [`Teruggenomen: ${reportKindWords.nl[kind]}`],
}

export const en: HistoryWords<TenantEvent> = {
  'contact:corrected': ({ field, was, becomes }) => [
    `${fieldsEn[field] ?? field} given: ${becomes ?? 'empty'}`,
    `The list said: ${was ?? 'nothing'}`,
  ],
  'contact:agreed': ({ field, becomes }) => [`The list took over: ${fieldsEn[field] ?? field} ${becomes ?? 'empty'}`],
  'number:struck': ({ number, reason }) => [`${number} is not rung any more`, reasonsEn[reason]],
  'report:filed': ({ kind }) => [`Reported: ${reportKindWords.en[kind]}`],
  'report:taken-back': ({ kind }) => [`Taken back: ${reportKindWords.en[kind]}`],
}
