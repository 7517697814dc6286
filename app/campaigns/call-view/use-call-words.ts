import { useWords } from '#app/ui/language.tsx'
import { en } from '../call-words.en.ts'
import { nl } from '../call-words.nl.ts'

export const useCallWords = () => useWords({ nl, en })
export type CallWords = ReturnType<typeof useCallWords>
