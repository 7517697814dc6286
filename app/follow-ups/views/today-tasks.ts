import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { Task } from '#app/ui/task-list.tsx'
import { useTodayWords } from '../today-words.ts'

/** What somebody promised themselves, on the home page. */
export function useOwnPromises({ late, today }: { late: number; today: number }): Task[] {
  const words = useTodayWords()
  const language = useLanguage()
  const count = (value: number) => [numberText(value, language), value === 1] as const
  const tasks: (Task | false)[] = [
    late > 0 && { to: '/follow-ups?who=mine&due=late', text: words.late(...count(late)), icon: 'check', isLate: true },
    today > 0 && { to: '/follow-ups?who=mine&due=today', text: words.today(...count(today)), icon: 'check' },
  ]
  return tasks.filter((task) => task !== false)
}

/** What everybody promised and did not do in time. */
export function useLatePromises({ late }: { late: number }): Task[] {
  const words = useTodayWords()
  const language = useLanguage()
  const count = (value: number) => [numberText(value, language), value === 1] as const
  if (late === 0) return []
  return [{ to: '/follow-ups?who=everyone&due=late', text: words.late(...count(late)), icon: 'check', isLate: true }]
}
