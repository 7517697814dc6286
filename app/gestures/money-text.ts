import { numberText } from '#app/ui/format.ts'
import type { Language } from '#app/ui/language.tsx'

/** "€ 25,00"; the space does not break. */
export const moneyText = (cents: number, language: Language) => `€\u00a0${numberText(cents / 100, language, 2)}`
