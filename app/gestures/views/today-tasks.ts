import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { Task } from '#app/ui/task-list.tsx'
import { useTodayWords } from '../today-words.ts'

/** What waits for a decision and what may go out, on the home page. */
export function useGesturesToDo({ requested, approved }: { requested: number; approved: number }): Task[] {
  const words = useTodayWords()
  const language = useLanguage()
  const count = (value: number) => [numberText(value, language), value === 1] as const
  const tasks: (Task | false)[] = [
    requested > 0 && { to: '/gestures', text: words.requested(...count(requested)), icon: 'card' },
    approved > 0 && { to: '/gestures?state=approved', text: words.approved(...count(approved)), icon: 'flower' },
  ]
  return tasks.filter((task) => task !== false)
}
