import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What the home page says of promises: apart from the other words, so that it loads no more than this. */
const nl = {
  late: (count: string, isOne: boolean) => (isOne ? '1 belofte is te laat' : `${count} beloften zijn te laat`),
  today: (count: string, isOne: boolean) => (isOne ? '1 belofte voor vandaag' : `${count} beloften voor vandaag`),
}

const en: Catalogue<typeof nl> = {
  late: (count, isOne) => (isOne ? '1 promise is late' : `${count} promises are late`),
  today: (count, isOne) => (isOne ? '1 promise for today' : `${count} promises for today`),
}

export const useTodayWords = wordsIn({ nl, en })
