import { Link } from '@remix-run/react'
import { spokenName } from '#app/tenants/names.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { momentText, numberText } from '#app/ui/format.ts'
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
      title={nothing.reason === 'outside-calling-hours' ? words.emptyOutside : words.emptyTitle}
      icon="clock"
      action={<LinkButton to="/follow-ups">{words.ownPromises}</LinkButton>}
    >
      <p>
        {when} {words.fills}
      </p>
      {nothing.blocked.length > 0 && (
        <>
          <p className="mt-4 font-bold">{words.why}</p>
          <ul className="list-disc pl-5">
            {nothing.blocked.map(({ reason, count }) => (
              <li key={reason}>{all.reasons[reason](numberText(count, language))}</li>
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

/** "Vandaag 14:30 is mevrouw Bakker weer vrij." */
function useWhen({ nextAt, nextTenant }: ShownNothing, now: string) {
  const words = useWords().list
  const zone = useTimeZone()
  const language = useLanguage()
  if (!nextAt) return words.emptyNever
  const moment = momentText(nextAt, now, { zone, language })
  const start = moment.charAt(0).toUpperCase() + moment.slice(1)
  return nextTenant ? words.emptyNextMine(start, spokenName(nextTenant, language)) : words.emptyNext(start)
}
