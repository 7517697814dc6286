import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What the home page says of referrals: apart from the other words, so that it loads no more than this. */
const nl = {
  ask: (count: string, isOne: boolean) =>
    isOne ? '1 doorverwijzing: vraag hoe het gaat' : `${count} doorverwijzingen: vraag hoe het gaat`,
  tell: (count: string, isOne: boolean) =>
    isOne ? '1 huurder wacht op bericht van u' : `${count} huurders wachten op bericht van u`,
}

const en: Catalogue<typeof nl> = {
  ask: (count, isOne) => (isOne ? '1 referral: ask how it is going' : `${count} referrals: ask how they are going`),
  tell: (count, isOne) => (isOne ? '1 tenant waits for word from you' : `${count} tenants wait for word from you`),
}

export const useTodayWords = wordsIn({ nl, en })
