import { csvText } from '#app/core/csv.ts'
import { dateIn, timeIn } from '#app/time/clock.ts'
import type { Language } from '#app/ui/language.tsx'
import { actionText, nounText } from './audit-text.ts'
import { auditWords } from './audit-words.ts'
import type { ShownEvent } from './read-audit.server.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

/** The lines as a file, newest first; times on the clock of the zone. */
export function auditCsv(events: readonly ShownEvent[], { language, zone }: { language: Language; zone: string }) {
  const [words, nouns] = [language === 'nl' ? nl : en, auditWords[language]]
  const head = [words.day, words.time, words.who, words.action, words.subject, words.name]
  const lines = events.map(({ at, who, action, subject, name }) => [
    dateIn(zone, at),
    timeIn(zone, at),
    who ?? words.system,
    actionText(nouns, action),
    nounText(nouns, subject),
    name ?? '',
  ])
  return csvText([head, ...lines])
}
