import type { Catalogue } from '#app/ui/catalogue.ts'
import type { nl } from './words.nl.ts'

export const en: Catalogue<typeof nl> = {
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
