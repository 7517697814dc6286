import { useMemo } from 'react'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

type Props = {
  messages: Record<string, string>
  answer: Record<string, string>
  title: (left: number) => string
}

/** At the button that was pressed, on a phone as well: what is still to fill in. Shorter with each that is. */
export function Problems({ messages, answer, title }: Props) {
  const isLeft = (field = '') => field in messages
  // biome-ignore lint/correctness/useExhaustiveDependencies: those of an answer, which is read out once
  const problems = useMemo(() => Object.entries(messages).map(([field, message]) => ({ field, message })), [answer])
  const left = problems.filter(({ field }) => isLeft(field)).length
  return <ErrorSummary problems={problems} isLeft={({ field }) => isLeft(field)} title={title(left)} />
}
