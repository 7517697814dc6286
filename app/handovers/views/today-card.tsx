import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { HandoverCard } from '../today-card.server.ts'
import { useTodayWords } from '../today-words.ts'

const sorts = ['appointments', 'followUps', 'referrals', 'homes', 'drafts'] as const

/** "Overgenomen van Bart: 3 afspraken", until they have seen it. */
export function TodayCard({ handovers }: { handovers: HandoverCard }) {
  const words = useTodayWords()
  const language = useLanguage()
  return (
    <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
      {handovers.map((handover) => (
        <li key={handover.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
          <span>
            <span className="font-bold">{words.from(handover.from)}</span>:{' '}
            {sorts
              .filter((sort) => handover[sort] > 0)
              .map((sort) => words[sort](numberText(handover[sort], language), handover[sort] === 1))
              .join(' · ')}
          </span>
          <Form method="post" action={`/handovers/${handover.id}/seen`} noValidate>
            <Button type="submit">{words.seen}</Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}
