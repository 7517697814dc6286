import type { ListAnswer } from '#app/lists/list-answer.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { BudgetShort } from '../change-gestures.server.ts'
import type { GestureStep } from '../gesture-steps.ts'
import { moneyText } from '../money-text.ts'
import { useWords } from '../words.ts'

/** The sentences after a form, and where the way back is. */
export function useGestureMessages() {
  const words = useWords()
  const language = useLanguage()
  const refusal = (reason: string) => sentenceOf(words.refusals, reason, words.refusals.other)
  return {
    refusal,
    refused: refusal,
    /** Which rounds have too little money, and how much. */
    shortage(answer: Extract<ListAnswer, { ok: false }> & { short?: BudgetShort[] }) {
      if (answer.reason !== 'budget-short' || !answer.short) return null
      return answer.short
        .map(({ campaignName, shortCents }) => words.budgetShort(campaignName, moneyText(shortCents, language)))
        .join(' ')
    },
    done: ({ step, changed, leftOut = 0 }: { step: GestureStep; changed: string[]; leftOut?: number }) => ({
      text: [words.said[step](changed.length), leftOut > 0 && words.leftOut(leftOut)].filter(Boolean).join(' '),
      undoAt: step === 'undo' ? undefined : '/gestures/reversal',
    }),
  }
}
