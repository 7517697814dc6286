import { Form, Link, useNavigation } from '@remix-run/react'
import { spokenName } from '#app/tenants/names.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { civilDateOf, momentText, numberText, timeText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import type { NothingLeft as Nothing } from '../why-nothing-left.server.ts'
import { useWords } from '../words.ts'

export type ShownNothing = Omit<Nothing, 'ok' | 'nextAt'> & { nextAt: string | null }

/** Nobody to ring now: until when, why, and what else helps somebody. */
export function NothingLeft({ nothing, now }: { nothing: ShownNothing; now: string }) {
  const all = useWords()
  const words = all.list
  const language = useLanguage()
  const when = useWhen(nothing, now)
  if (nothing.reason === 'no-campaign')
    return (
      <EmptyState title={words.noCampaigns} icon="phone">
        {words.noCampaignsLead}
      </EmptyState>
    )
  return (
    <EmptyState
      title={words[titles[nothing.reason]]}
      icon="clock"
      action={
        <>
          <LookAgain />
          <LinkButton to="/follow-ups">{words.ownPromises}</LinkButton>
        </>
      }
    >
      <p>{nothing.reason === 'paused' ? words.emptyPausedLead : `${when} ${words.fills}`}</p>
      {nothing.blocked.length > 0 && (
        <>
          <p className="mt-4 font-bold">{words.why}</p>
          <ul className="list-disc pl-5">
            {nothing.blocked.map(({ reason, count }) => (
              <li key={reason}>{all.reasons[reason](numberText(count, language), count === 1)}</li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-4">
        {words.elsewhere}:{' '}
        <Link to="/referrals" className="text-accent underline underline-offset-4">
          {words.ownReferrals}
        </Link>
      </p>
    </EmptyState>
  )
}

const titles = {
  paused: 'emptyPaused',
  'outside-calling-hours': 'emptyOutside',
  'nothing-left': 'emptyTitle',
} as const

/** Asks for the next home once more, and comes back here when there still is none. */
function LookAgain() {
  const words = useWords().list
  const isBusy = useNavigation().formAction === '/calls'
  return (
    <Form method="post" action="/calls" noValidate>
      <Button type="submit" variant="primary" icon="phone" isPending={isBusy}>
        {words.lookAgain}
      </Button>
    </Form>
  )
}

/** "Vanaf 14:30 kunt u mevrouw Bakker weer bellen." */
function useWhen({ nextAt, nextTenant }: ShownNothing, now: string) {
  const words = useWords().list
  const zone = useTimeZone()
  const language = useLanguage()
  if (!nextAt) return words.emptyNever
  const isToday = civilDateOf(nextAt, zone) === civilDateOf(now, zone)
  const moment = isToday ? timeText(nextAt, zone) : momentText(nextAt, now, { zone, language })
  return nextTenant ? words.emptyNextMine(moment, spokenName(nextTenant, language)) : words.emptyNext(moment)
}
