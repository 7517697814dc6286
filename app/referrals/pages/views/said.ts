import { sentenceOf } from '#app/ui/catalogue.ts'
import { useWords } from '#app/ui/language.tsx'
import type { ReferralStep } from '../../referral-state.ts'
import { en } from '../../words.en.ts'
import { nl } from '../../words.nl.ts'

/** The sentences after a form, and where the way back is. */
export function useSaid() {
  const words = useWords({ nl, en })
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
