import { wordsOf } from './language.tsx'
import { nl } from './words.nl.ts'

export const useWords = wordsOf('ui', nl)
