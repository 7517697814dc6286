import { Form, Link } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { Section } from '#app/ui/page.tsx'
import { useOpenHomeWords } from '../open-home-words.ts'
import type { OpenHome } from '../open-homes.server.ts'

type Props = { homes: OpenHome[]; mayCall: boolean; now: Date }

/** Where the home of a tenant is still to be rung: with whom, when, and a button for when they are on the line. */
export function OpenHomes({ homes, mayCall, now }: Props) {
  const words = useOpenHomeWords()
  if (homes.length === 0) return <p className="text-ink-soft">{words.none}</p>
  return (
    <Section title={words.title} isPanel>
      <ul className="flex flex-col gap-4">
        {homes.map((home) => (
          <li key={home.targetId} className="flex flex-col items-start gap-1">
            <Link
              to={`/campaigns/${home.campaignId}/addresses`}
              className="font-bold text-accent underline underline-offset-4"
            >
              {home.campaignName}
            </Link>
            <Standing home={home} now={now} />
            {mayCall && !home.isPaused && !home.claimedBy && (
              <Form method="post" noValidate action={`/calls/${home.targetId}/claim`}>
                <Button type="submit">{words.open}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Standing({ home, now }: { home: OpenHome; now: Date }) {
  const words = useOpenHomeWords()
  const { state, nextAt, assignedTo, claimedBy, isPaused } = home
  return (
    <p className="text-sm text-ink-soft">
      {words.states[state]}
      {nextAt && (
        <>
          {state === 'retry' && new Date(nextAt) <= now ? ` ${words.since} ` : ' '}
          <MomentText at={nextAt} now={now} />
        </>
      )}
      {' · '}
      {claimedBy ? words.inCall(claimedBy) : assignedTo ? words.with(assignedTo) : words.withNobody}
      {isPaused && ` · ${words.paused}`}
    </p>
  )
}
