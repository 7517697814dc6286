import type { ListAnswer } from '#app/lists/views/list-answer.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import type { BudgetShort } from '../change-gestures.server.ts'
import { moneyText } from '../money-text.ts'
import { useWords } from '../words.ts'

/** Which campaigns have too little money for what was approved, and how much; null when that is not what went wrong. */
export function useShortage(answer: (ListAnswer & { short?: BudgetShort[] }) | undefined): string | null {
  const words = useWords()
  const language = useLanguage()
  if (!answer || answer.ok || answer.reason !== 'budget-short' || !answer.short) return null
  return answer.short
    .map(({ campaignName, shortCents }) => words.budgetShort(campaignName, moneyText(shortCents, language)))
    .join(' ')
}
