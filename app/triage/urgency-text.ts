import type { End } from './protocol.ts'
import type { triageWords } from './triage-words.ts'

type Urgent = Pick<End, 'class' | 'hours'>
type Words = Pick<(typeof triageWords)['nl' | 'en'], 'classes' | 'hours'>

/** How urgent an end is, with its hours when it has any: "Spoed, binnen 2 uur". */
export const urgencyText = ({ class: verdictClass, hours }: Urgent, words: Words): string =>
  hours === null ? words.classes[verdictClass] : `${words.classes[verdictClass]}, ${words.hours(hours)}`

/** The same of somebody who was judged: in danger nobody is told of hours. */
export const verdictText = ({ class: verdictClass, hours }: Urgent, words: Words): string =>
  urgencyText({ class: verdictClass, hours: verdictClass === 'urgent' ? hours : null }, words)
