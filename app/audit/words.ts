import { wordsIn, wordsOf } from '#app/ui/language.tsx'
import type { AuditNouns } from './audit-text.ts'
import { auditWords } from './audit-words.ts'
import { nl } from './words.nl.ts'

export const useWords = wordsOf('audit', nl)

export const useAuditWords: () => AuditNouns = wordsIn(auditWords)
