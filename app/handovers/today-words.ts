import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What the home page says of what somebody took over: apart from the other words, so that it loads no more than this. */
const nl = {
  from: (name: string) => `Overgenomen van ${name}`,
  appointments: (count: string, isOne: boolean) => (isOne ? '1 afspraak' : `${count} afspraken`),
  homes: (count: string, isOne: boolean) => (isOne ? '1 adres' : `${count} adressen`),
  followUps: (count: string, isOne: boolean) => (isOne ? '1 belofte' : `${count} beloften`),
  referrals: (count: string, isOne: boolean) => (isOne ? '1 doorverwijzing' : `${count} doorverwijzingen`),
  drafts: (count: string, isOne: boolean) =>
    isOne ? '1 tekst die niet was verstuurd' : `${count} teksten die niet waren verstuurd`,
  seen: 'Gezien',
}

const en: Catalogue<typeof nl> = {
  from: (name) => `Taken over from ${name}`,
  appointments: (count, isOne) => (isOne ? '1 appointment' : `${count} appointments`),
  homes: (count, isOne) => (isOne ? '1 address' : `${count} addresses`),
  followUps: (count, isOne) => (isOne ? '1 promise' : `${count} promises`),
  referrals: (count, isOne) => (isOne ? '1 referral' : `${count} referrals`),
  drafts: (count, isOne) => (isOne ? '1 text that was not sent' : `${count} texts that were not sent`),
  seen: 'Seen',
}

export const useTodayWords = wordsIn({ nl, en })
