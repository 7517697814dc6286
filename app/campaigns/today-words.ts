import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What the home page says of the campaigns: apart from the other words, so that it loads no more than this. */
const nl = {
  title: 'Belacties',
  finish: (day: string) => `klaar op ${day}`,
  noFinish: 'nog niet te zeggen wanneer het klaar is',
  noHomes: 'nog geen adressen',
  hoursShort: (hours: string) => `${hours} uur te weinig aangeboden`,
  paused: 'Gepauzeerd',
  blocked: {
    'with-caller': (count: string) => `${count} nu in gesprek`,
    waiting: (count: string) => `${count} later opnieuw`,
    appointment: (count: string) => `${count} met een afspraak`,
    'no-caller': (count: string) => `${count} zonder beller`,
    paused: (count: string) => `${count} wachten op u`,
    draft: (count: string) => `${count} nog niet gestart`,
  },
  none: 'Er loopt nu geen belactie',
  noneLead: 'Kies wie u wilt bellen en verdeel de adressen over collega’s.',
  noneReader: 'Zodra er een belactie loopt, ziet u hier hoe ver die is.',
  create: 'Belactie maken',
}

const en: Catalogue<typeof nl> = {
  title: 'Call rounds',
  finish: (day) => `finished on ${day}`,
  noFinish: 'cannot say yet when it is finished',
  noHomes: 'no addresses yet',
  hoursShort: (hours) => `${hours} hours too few offered`,
  paused: 'Paused',
  blocked: {
    'with-caller': (count) => `${count} being called now`,
    waiting: (count) => `${count} again later`,
    appointment: (count) => `${count} with an appointment`,
    'no-caller': (count) => `${count} without a caller`,
    paused: (count) => `${count} wait for you`,
    draft: (count) => `${count} not started yet`,
  },
  none: 'No call round is running now',
  noneLead: 'Choose whom to call and spread the addresses over colleagues.',
  noneReader: 'As soon as a call round runs, you see here how far it is.',
  create: 'Make a call round',
}

export const useTodayWords = wordsIn({ nl, en })
