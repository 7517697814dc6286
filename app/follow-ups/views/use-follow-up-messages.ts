import { sentenceOf } from '#app/ui/catalogue.ts'
import type { FollowUpStep } from '../follow-up-steps.ts'
import { useWords } from '../words.ts'

/** The sentences after a form, and where the way back is. */
export function useFollowUpMessages() {
  const words = useWords()
  const refusal = (reason: string) => sentenceOf(words.refusals, reason, words.refusals.other)
  return {
    refusal,
    refused: refusal,
    done: ({ step, changed }: { step: FollowUpStep; changed: string[] }) => ({
      text: words.said[step](changed.length),
      undoAt: step === 'complete' || step === 'cancel' ? '/follow-ups/reopening' : undefined,
    }),
  }
}
