import { wordsOf } from '#app/ui/language.tsx'
import type { KnownEvent } from './history-event.ts'
import { nl } from './words.nl.ts'

export const useWords = wordsOf('history', nl)

/** Gives the sentences of one event, or of `count` that were folded: the heading first. */
export function useSentences() {
  const { told } = useWords()
  return (event: KnownEvent, count = 1): string[] =>
    (told[event.what] as (facts: unknown, count: number) => string[])(event.facts, count).filter(Boolean)
}
