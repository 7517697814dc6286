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
  overdueLine: 'Te laat',

  all: 'Samen',
  lines: 'Lijnen',
  noCalls: 'De laatste 12 uur is er op geen enkele lijn gebeld.',
  quiet: (count: number) => (count === 1 ? '1 lijn zonder oproepen' : `${count} lijnen zonder oproepen`),
  hideQuiet: 'Verberg lijnen zonder oproepen',
  page: (page: number, pages: number, lines: string) => `Blad ${page} van ${pages}, ${lines} lijnen`,
  previous: 'Vorig blad',
  next: 'Volgend blad',
  holdStill: 'Zet stil',
  turn: 'Blader verder',

  here: 'Wie er is',
  noneHere: 'Er is niemand.',
  fullScreen: 'Hele scherm',
  meaning: 'Wat deze cijfers zijn',
  meanings: [
    'Elke lijn met een oproep heeft een rij: wie het langst wacht bovenaan, daarna te laat terugbellen, daarna gemist.',
    'Past niet alles op het scherm, dan bladert het elke 12 seconden. Waar iemand wacht, blijft bovenaan staan.',
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
  overdueLine: 'Overdue',

  all: 'In all',
  lines: 'Lines',
  noCalls: 'Nobody rang any line in the last 12 hours.',
  quiet: (count) => (count === 1 ? '1 line without calls' : `${count} lines without calls`),
  hideQuiet: 'Hide lines without calls',
  page: (page, pages, lines) => `Page ${page} of ${pages}, ${lines} lines`,
  previous: 'Page before',
  next: 'Next page',
  holdStill: 'Hold still',
  turn: 'Keep turning',

  here: 'Who is there',
  noneHere: 'Nobody is there.',
  fullScreen: 'Full screen',
  meaning: 'What these figures are',
  meanings: [
    'Each line with a call has a row: whoever waits longest first, then call-backs overdue, then missed.',
    'What does not fit on the screen takes turns, every 12 seconds. Where somebody waits stays at the top.',
    'Waiting, Longest and Call-backs overdue: at this moment.',
    'Within 30 sec and Missed: the last 12 hours, counted again every minute.',
    'Within 30 sec: of everybody who was answered or missed. Who rang again because nobody answered counts once, and waited since the first time.',
    'Missed: hung up before anybody answered, also when they were called back later. Hanging up within 5 seconds is not counted.',
  ],
}

export const useWallWords = wordsIn({ nl, en })
