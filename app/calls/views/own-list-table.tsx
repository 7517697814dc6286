import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { headingName } from '#app/tenants/names.ts'
import { Badge } from '#app/ui/badge.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { Progress } from '#app/ui/progress.tsx'
import type { OwnList, OwnMoment } from '../own-list.server.ts'
import { useWords } from '../words.ts'

const Lines = ({ children }: { children: ReactNode }) => (
  <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">{children}</ul>
)

/** The caller's campaigns: what is left, and how many people were spoken. Nobody beside them to be measured by. */
export function OwnCampaigns({ campaigns }: { campaigns: OwnList['campaigns'] }) {
  const words = useWords().list
  const language = useLanguage()
  const number = (value: number) => numberText(value, language)
  return (
    <Section title={words.campaigns}>
      <Lines>
        {campaigns.map(({ id, name, state, left, shared, done }) => (
          <li key={id} className="flex flex-col gap-2 px-4 py-3">
            <p className="flex flex-wrap items-center gap-3 font-bold">
              {name}
              {state === 'paused' && <Badge tone="waiting">{words.paused}</Badge>}
            </p>
            {done + left + shared > 0 && (
              <Progress
                label={words.campaignDone(number(done))}
                value={done}
                max={Math.max(1, done + left)}
                text={
                  shared > 0 ? words.campaignShared(number(left), number(shared)) : words.campaignLeft(number(left))
                }
              />
            )}
          </li>
        ))}
      </Lines>
    </Section>
  )
}

type MomentsProps = { title: string; lead?: string; moments: OwnMoment[]; now: string }

/** Who comes back when. They are not picked from here: the next one is always the one whose turn it is. */
export function OwnMoments({ title, lead, moments, now }: MomentsProps) {
  const words = useWords().list
  const language = useLanguage()
  if (moments.length === 0) return null
  return (
    <Section title={title} lead={lead}>
      <Lines>
        {moments.map((moment) => (
          <li key={moment.targetId} className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2">
            <span>{headingName(moment, language)}</span>
            <span className={moment.isDue ? 'font-bold text-attention-ink' : 'text-ink-soft'}>
              {moment.isDue ? `${words.now}, ` : ''}
              <MomentText at={moment.at} now={now} />
            </span>
          </li>
        ))}
      </Lines>
    </Section>
  )
}

type Draft = Parameters<typeof headingName>[0] & { targetId: string; savedAt: string }

/** Calls that were begun and not finished. */
export function OwnDrafts({ drafts, now }: { drafts: Draft[]; now: string }) {
  const words = useWords().list
  const language = useLanguage()
  if (drafts.length === 0) return null
  return (
    <Section title={words.drafts} lead={words.draftsLead}>
      <Lines>
        {drafts.map((draft) => (
          <li key={draft.targetId} className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-1">
            <Link
              to={`/calls/${draft.targetId}`}
              className="target inline-flex items-center font-bold text-accent underline-offset-4 hover:underline"
            >
              {headingName(draft, language)}
            </Link>
            <span className="text-ink-soft">
              {words.draftOf('')}
              <MomentText at={draft.savedAt} now={now} />
            </span>
          </li>
        ))}
      </Lines>
    </Section>
  )
}
