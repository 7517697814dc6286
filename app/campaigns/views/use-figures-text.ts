import { numberText, percentText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { CampaignFigures } from '../campaign-figures.ts'
import { useFigureWords } from '../figure-words.ts'

/** How far a campaign is, in sentences: of all its homes, so that whoever was never spoken to counts. */
export function useFiguresText({ total, reached, toDo, states }: CampaignFigures) {
  const [words, language] = [useFigureWords(), useLanguage()]
  const number = (value: number) => numberText(value, language)
  const spoken = words.spoken(number(reached), number(total), percentText(reached, total, language))
  const left = words.toDo(number(toDo))
  const withdrawn = states.withdrawn > 0 ? words.withdrawn(number(states.withdrawn)) : null
  return { spoken, left, withdrawn, rest: withdrawn ? `${left}, ${withdrawn}` : left, done: words.done }
}
