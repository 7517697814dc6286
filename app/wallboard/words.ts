import { wordsOf } from '#app/ui/language.tsx'
import { nl } from './words.nl.ts'

export const useWords = wordsOf('wallboard', nl)
