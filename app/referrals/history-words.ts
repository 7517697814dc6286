import type { HistoryWords } from '#app/tenants/history.ts'
import type { ReferralEvent } from './tenant-history.server.ts'
import { en as wordsEn } from './words.en.ts'
import { nl as wordsNl } from './words.nl.ts'

export const nl: HistoryWords<ReferralEvent> = {
  'referral:proposed': ({ agency }) => [`Doorverwijzing naar ${agency} afgesproken`],
  'referral:sent': ({ agency, sentHow }) => [
    `Doorverwijzing verstuurd naar ${agency}`,
    sentHow ? wordsNl.ways[sentHow] : '',
  ],
  'referral:accepted': ({ agency }) => [`${agency} pakt het op`],
  'referral:ended': ({ agency, ending }) => [
    `Doorverwijzing naar ${agency} afgelopen`,
    ending ? wordsNl.endings[ending] : '',
  ],
  'referral:told': ({ agency }) => [`De huurder weet hoe het staat bij ${agency}`],
}

export const en: HistoryWords<ReferralEvent> = {
  'referral:proposed': ({ agency }) => [`Referral to ${agency} agreed`],
  'referral:sent': ({ agency, sentHow }) => [`Referral sent to ${agency}`, sentHow ? wordsEn.ways[sentHow] : ''],
  'referral:accepted': ({ agency }) => [`${agency} takes it up`],
  'referral:ended': ({ agency, ending }) => [`Referral to ${agency} ended`, ending ? wordsEn.endings[ending] : ''],
  'referral:told': ({ agency }) => [`The tenant knows how it stands at ${agency}`],
}
