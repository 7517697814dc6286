import { wordsIn } from '#app/ui/language.tsx'
import { en } from './quality-words.en.ts'
import { nl } from './quality-words.nl.ts'

export const qualityWords = { nl, en }
export const useQualityWords = wordsIn(qualityWords)
