import { sentenceOf } from '#app/ui/catalogue.ts'
import type { ReferralStep } from '../referral-steps.ts'
import { useWords } from '../words.ts'

/** The sentences after a form, and where the way back is. */
export function useReferralMessages() {
  const words = useWords()
  const refusal = (reason: string) => sentenceOf(words.refusals, reason, words.refusals.other)
  return {
    refusal,
    refused: refusal,
    done: ({ step, changed }: { step: ReferralStep; changed: string[] }) => ({
      text: words.said[step](changed.length),
      undoAt: step === 'send' || step === 'accept' || step === 'end' ? '/referrals/reversal' : undefined,
    }),
  }
}
