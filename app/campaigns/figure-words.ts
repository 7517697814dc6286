import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** How far a campaign is, in the same words wherever it is said; apart, so that the home page loads no more than this. */
const nl = {
  spoken: (reached: string, total: string, share: string) => `${reached} van ${total} gesproken (${share})`,
  toDo: (count: string) => `${count} te gaan`,
  notCalled: (count: string) => `${count} niet meer gebeld`,
  withdrawn: (count: string) => `${count} vervallen`,
  done: 'alle adressen zijn klaar',
}

const en: Catalogue<typeof nl> = {
  spoken: (reached, total, share) => `${reached} of ${total} spoken to (${share})`,
  toDo: (count) => `${count} to go`,
  notCalled: (count) => `${count} not called any more`,
  withdrawn: (count) => `${count} withdrawn`,
  done: 'all addresses are done',
}

export const useFigureWords = wordsIn({ nl, en })
