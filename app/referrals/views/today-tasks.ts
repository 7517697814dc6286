import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { Task } from '#app/ui/task-list.tsx'
import { useTodayWords } from '../today-words.ts'

/** Whom to ask how it goes and whom to tell, on the home page. */
export function useOwnReferrals({ ask, tell }: { ask: number; tell: number }): Task[] {
  const words = useTodayWords()
  const language = useLanguage()
  const count = (value: number) => [numberText(value, language), value === 1] as const
  const tasks: (Task | false)[] = [
    ask > 0 && { to: '/referrals', text: words.ask(...count(ask)), icon: 'people' },
    tell > 0 && { to: '/referrals', text: words.tell(...count(tell)), icon: 'phone' },
  ]
  return tasks.filter((task) => task !== false)
}
