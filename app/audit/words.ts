import { wordsIn } from '#app/ui/language.tsx'
import { auditWords } from './audit-words.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

export const useWords = wordsIn({ nl, en })

type Noun = { name: string; did: Readonly<Record<string, string>> }

/** By noun and by what was done: the log may hold codes of an older release, which have no words any more. */
export const useAuditWords: () => Readonly<Record<string, Noun>> = wordsIn(auditWords)
