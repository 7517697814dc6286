import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What the home page says of the night: apart from the other words, so that it loads no more than this. */
const nl = {
  title: 'De nacht',
  soFar: 'De nacht, tot nu toe',
  contacts: (count: string, isOne: boolean) => (isOne ? '1 melding' : `${count} meldingen`),
  forOffice: (count: string) => `${count} voor kantoor`,
  nothing: 'niets voor kantoor',
  before: (count: string) => `${count} van eerder`,
  open: 'Bekijken',
}

const en: Catalogue<typeof nl> = {
  title: 'The night',
  soFar: 'The night, so far',
  contacts: (count, isOne) => (isOne ? '1 contact' : `${count} contacts`),
  forOffice: (count) => `${count} for the office`,
  nothing: 'nothing for the office',
  before: (count) => `${count} from before`,
  open: 'Look',
}

export const useTodayWords = wordsIn({ nl, en })
