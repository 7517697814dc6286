import { Link } from '@remix-run/react'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { dateWords, numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { Progress } from '#app/ui/progress.tsx'
import type { CampaignsCard } from '../today-card.server.ts'
import { useTodayWords } from '../today-words.ts'
import { useFiguresText } from './use-figures-text.ts'

type Campaign = CampaignsCard[number]
type Props = { campaigns: Campaign[]; today: string; mayCreate: boolean }

/** Each campaign that runs as one row: how far, when it is finished, what stands still. */
export function TodayCard({ campaigns, today, mayCreate }: Props) {
  const words = useTodayWords()
  const create = mayCreate && <LinkButton to="/campaigns/new">{words.create}</LinkButton>
  return (
    <Section title={words.title}>
      {campaigns.length === 0 ? (
        <EmptyState title={words.none} icon="list" action={create}>
          {mayCreate ? words.noneLead : words.noneReader}
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
          {campaigns.map((campaign) => (
            <CampaignRow key={campaign.id} campaign={campaign} today={today} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function CampaignRow({ campaign, today }: { campaign: Campaign; today: string }) {
  const words = useTodayWords()
  const { figures } = campaign
  const { spoken, rest } = useFiguresText(figures, campaign.state)
  return (
    <li className="grid gap-x-8 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link to={`/campaigns/${campaign.id}`} className="font-bold text-accent underline-offset-4 hover:underline">
          {campaign.name}
        </Link>
        {campaign.state === 'paused' && <Badge tone="waiting">{words.paused}</Badge>}
        <p className="basis-full text-sm text-ink-soft">{useStanding(campaign, today)}</p>
      </div>
      <div className={figures.total === 0 ? 'hidden' : 'flex flex-col gap-1'}>
        <Progress label={spoken} value={figures.reached} max={Math.max(1, figures.total)} text={rest} />
        <Standstill campaign={campaign} />
      </div>
    </li>
  )
}

function useStanding({ figures, state, finishOn, hoursShort }: Campaign, today: string) {
  const { done } = useFiguresText(figures, state)
  const words = useTodayWords()
  const language = useLanguage()
  if (figures.total === 0) return words.noHomes
  if (figures.toDo === 0) return done
  const when = finishOn ? words.finish(dateWords(finishOn, today, { language })) : words.noFinish
  return hoursShort > 0 ? `${when}, ${words.hoursShort(numberText(hoursShort, language))}` : when
}

function Standstill({ campaign: { blocked } }: { campaign: Campaign }) {
  const words = useTodayWords()
  const language = useLanguage()
  if (blocked.length === 0) return null
  const text = blocked.map(({ reason, homes }) => words.blocked[reason](numberText(homes, language))).join(' · ')
  return <p className="text-sm text-ink-soft">{text}</p>
}
