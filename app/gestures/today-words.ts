import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What the home page says of cards and flowers: apart from the other words, so that it loads no more than this. */
const nl = {
  requested: (count: string, isOne: boolean) =>
    isOne ? '1 kaartje of bloemen om goed te keuren' : `${count} kaartjes en bloemen om goed te keuren`,
  approved: (count: string, isOne: boolean) =>
    isOne ? '1 goedgekeurd, nog te versturen' : `${count} goedgekeurd, nog te versturen`,
}

const en: Catalogue<typeof nl> = {
  requested: (count, isOne) => (isOne ? '1 card or flowers to approve' : `${count} cards and flowers to approve`),
  approved: (count, isOne) => (isOne ? '1 approved, still to send' : `${count} approved, still to send`),
}

export const useTodayWords = wordsIn({ nl, en })
