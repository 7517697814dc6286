import { Form, useNavigation } from '@remix-run/react'
import { headingName, spokenName } from '#app/tenants/names.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { civilDateOf, numberText, timeText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import type { CallingCard } from '../today-card.server.ts'
import { useTodayWords } from '../today-words.ts'

/** Whoever looks after campaigns is not told that they are in no team. */
type Props = { calling: CallingCard; isHiddenWithoutTeam: boolean; today: string; now: string }

/** One sentence and one button. */
export function TodayCard({ calling, isHiddenWithoutTeam, today, now }: Props) {
  const words = useTodayWords()
  const language = useLanguage()
  const appointments = useAppointments(calling, today)
  const isBusy = useNavigation().formAction === '/calls'
  const count = (value: number) => [numberText(value, language), value === 1] as const
  const running = calling.campaigns.filter(({ state }) => state === 'running')
  const shared = running.reduce((sum, campaign) => sum + campaign.shared, 0)
  const done = calling.campaigns.reduce((sum, campaign) => sum + campaign.done, 0)
  if (calling.campaigns.length === 0)
    return <WithoutTeam calling={calling} isHiddenWithoutTeam={isHiddenWithoutTeam} now={now} />
  const facts = [
    calling.left > 0 || shared === 0 ? words.left(...count(calling.left)) : null,
    shared > 0 ? words.shared(...count(shared)) : null,
    appointments,
  ]
  return (
    <section
      aria-label={words.title}
      className="flex flex-col gap-5 rounded-lg border border-line bg-surface p-5 sm:p-8"
    >
      <p className="text-xl">{facts.filter(Boolean).join(' · ')}</p>
      {calling.left + shared > 0 ? (
        <Form method="post" action="/calls" className="flex flex-col sm:items-start" noValidate>
          <Button type="submit" variant="primary" icon="phone" keys="enter" isPending={isBusy}>
            <span className="py-1 text-lg">{calling.claimed ? words.resume : words.next}</span>
          </Button>
        </Form>
      ) : (
        <Nothing />
      )}
      {calling.claimed && <p className="text-ink-soft">{headingName(calling.claimed, language)}</p>}
      {done > 0 && <p className="text-ink-soft">{words.done(...count(done))}</p>}
      <Drafts calling={calling} now={now} />
    </section>
  )
}

/** Who took over what a colleague typed may be in no team themselves. */
function WithoutTeam({ calling, isHiddenWithoutTeam, now }: Omit<Props, 'today'>) {
  const words = useTodayWords()
  return (
    <>
      {!isHiddenWithoutTeam && (
        <EmptyState title={words.noCampaigns} icon="phone">
          {words.noCampaignsLead}
        </EmptyState>
      )}
      <Drafts calling={calling} now={now} />
    </>
  )
}

function Nothing() {
  const words = useTodayWords()
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <p className="text-ink-soft">
        {words.nothing}. {words.nothingLead}
      </p>
      <LinkButton to="/calls">{words.why}</LinkButton>
    </div>
  )
}

/** "2 afspraken vandaag (10:30 mevrouw De Wit)", with the first that is still to come. */
function useAppointments({ appointments }: Props['calling'], today: string): string | null {
  const words = useTodayWords()
  const zone = useTimeZone()
  const language = useLanguage()
  const ofToday = appointments.filter(({ at }) => civilDateOf(at, zone) <= today)
  const first = ofToday[0]
  if (!first) return null
  const text = words.appointments(numberText(ofToday.length, language), ofToday.length === 1)
  return `${text} (${timeText(first.at, zone)} ${spokenName(first, language)})`
}

function Drafts({ calling: { drafts }, now }: { calling: Props['calling']; now: string }) {
  const words = useTodayWords()
  const language = useLanguage()
  if (drafts.length === 0) return null
  return (
    <Section title={words.drafts}>
      <ul className="flex flex-col divide-y divide-line">
        {drafts.map((draft) => (
          <li key={draft.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span>
              {headingName(draft, language)}{' '}
              <span className="text-ink-soft">
                {words.of[draft.of]}
                {draft.writtenBy && words.writtenBy(draft.writtenBy)}
                {words.draftKept('')}
                <MomentText at={draft.savedAt} now={now} />
              </span>
            </span>
            {draft.to ? (
              <LinkButton to={draft.to}>{words.continue}</LinkButton>
            ) : (
              <span className="text-ink-soft">{words.notYours}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
