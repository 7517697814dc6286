import { numberText, percentText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { CampaignFigures } from '../campaign-figures.ts'
import type { CampaignState } from '../campaign-steps.ts'
import { useFigureWords } from '../figure-words.ts'

/**
 * How far a campaign is, in sentences: of all its homes, so that whoever was never spoken to counts. Once it is closed
 * nothing is to go any more: what was still to go was not called.
 */
export function useFiguresText({ total, reached, toDo, states, withdrawn }: CampaignFigures, state: CampaignState) {
  const [words, language] = [useFigureWords(), useLanguage()]
  const number = (value: number) => numberText(value, language)
  const left = state === 'closed' ? (withdrawn.find(({ reason }) => reason === 'campaign-closed')?.homes ?? 0) : 0
  const gone = states.withdrawn - left
  const rest = [
    state !== 'closed' && words.toDo(number(toDo)),
    left > 0 && words.notCalled(number(left)),
    gone > 0 && words.withdrawn(number(gone)),
  ].filter(Boolean)
  const spoken = words.spoken(number(reached), number(total), percentText(reached, total, language))
  return { spoken, rest: rest.join(', '), all: [spoken, ...rest].join(', '), done: words.done }
}
