import { wordsIn } from '#app/ui/language.tsx'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

export const useWords = wordsIn({ nl, en })
