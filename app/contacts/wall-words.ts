import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What stands on the wall. */
const nl = {
  title: 'Wandbord',
  waiting: 'Wachten',
  longest: 'Langst',
  inTime: 'Binnen 30 sec',
  missed: 'Gemist',
  overdue: 'Te laat terugbellen',

  all: 'Samen',

  here: 'Wie er is',
  noneHere: 'Er is niemand.',
  fullScreen: 'Hele scherm',
  meaning: 'Wat deze cijfers zijn',
  meanings: [
    'Wachten, Langst en Te laat terugbellen: op dit moment.',
    'Binnen 30 sec en Gemist: de laatste 12 uur, elke minuut opnieuw geteld.',
    'Binnen 30 sec: van iedereen die is opgenomen of gemist. Wie opnieuw belde omdat niemand opnam, telt één keer en wachtte sinds de eerste keer.',
    'Gemist: opgehangen voor er werd opgenomen, ook als er later is teruggebeld. Ophangen binnen 5 seconden telt niet mee.',
  ],
}

const en: Catalogue<typeof nl> = {
  title: 'Wallboard',
  waiting: 'Waiting',
  longest: 'Longest',
  inTime: 'Within 30 sec',
  missed: 'Missed',
  overdue: 'Call-backs overdue',

  all: 'In all',

  here: 'Who is there',
  noneHere: 'Nobody is there.',
  fullScreen: 'Full screen',
  meaning: 'What these figures are',
  meanings: [
    'Waiting, Longest and Call-backs overdue: at this moment.',
    'Within 30 sec and Missed: the last 12 hours, counted again every minute.',
    'Within 30 sec: of everybody who was answered or missed. Who rang again because nobody answered counts once, and waited since the first time.',
    'Missed: hung up before anybody answered, also when they were called back later. Hanging up within 5 seconds is not counted.',
  ],
}

export const useWallWords = wordsIn({ nl, en })
