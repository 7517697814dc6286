import { wordsIn } from '#app/ui/language.tsx'
import type { AuditNouns } from './audit-text.ts'
import { auditWords } from './audit-words.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

export const useWords = wordsIn({ nl, en })

export const useAuditWords: () => AuditNouns = wordsIn(auditWords)
