import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { useWords } from '../words.ts'

type Homes = { homes: number; appointments: number }

/** "178 adressen en 19 afspraken": homes of a campaign, with those where somebody counts on a call. */
export function useHomesText() {
  const [{ campaigns: words }, language] = [useWords(), useLanguage()]
  return ({ homes, appointments }: Homes): string => {
    const text = words.homes(homes, numberText(homes, language))
    if (appointments === 0) return text
    return text + words.and + words.appointments(appointments, numberText(appointments, language))
  }
}

/** What a campaign loses, or lost, in one sentence. */
export function useLossText(isDone: boolean) {
  const { campaigns: words } = useWords()
  const homesText = useHomesText()
  return (loss: Homes & { name: string }): string =>
    words[isDone ? 'lost' : 'loses'](loss.name, homesText(loss), loss.homes === 1 && loss.appointments === 0)
}
