import { useWords } from '#app/ui/language.tsx'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

export const useConversationWords = () => useWords({ nl, en })
