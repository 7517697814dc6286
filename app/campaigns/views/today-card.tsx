import { Link } from '@remix-run/react'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { dateWords, numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { Progress } from '#app/ui/progress.tsx'
import type { RoundsCard } from '../today-card.server.ts'
import { useTodayWords } from '../today-words.ts'

type Round = RoundsCard[number]
type Props = { rounds: Round[]; today: string; mayCreate: boolean }

/** Each round that runs as one row: how far, when it is finished, what stands still. */
export function TodayCard({ rounds, today, mayCreate }: Props) {
  const words = useTodayWords()
  const create = mayCreate && <LinkButton to="/campaigns/new">{words.create}</LinkButton>
  return (
    <Section title={words.title}>
      {rounds.length === 0 ? (
        <EmptyState title={words.none} icon="list" action={create}>
          {mayCreate ? words.noneLead : words.noneReader}
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
          {rounds.map((round) => (
            <RoundRow key={round.id} round={round} today={today} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function RoundRow({ round, today }: { round: Round; today: string }) {
  const words = useTodayWords()
  const language = useLanguage()
  const number = (value: number) => numberText(value, language)
  return (
    <li className="grid gap-x-8 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link to={`/campaigns/${round.id}`} className="font-bold text-accent underline-offset-4 hover:underline">
          {round.name}
        </Link>
        {round.state === 'paused' && <Badge tone="waiting">{words.paused}</Badge>}
        <p className="basis-full text-sm text-ink-soft">{useStanding(round, today)}</p>
      </div>
      <div className={round.total === 0 ? 'hidden' : 'flex flex-col gap-1'}>
        <Progress
          label={words.bar(number(round.reached), number(round.total))}
          value={round.reached}
          max={Math.max(1, round.total)}
          text={words.toDo(number(round.toDo))}
        />
        <Standstill round={round} />
      </div>
    </li>
  )
}

function useStanding({ total, toDo, finishOn, hoursShort }: Round, today: string) {
  const words = useTodayWords()
  const language = useLanguage()
  if (total === 0) return words.noHomes
  if (toDo === 0) return words.finished
  const when = finishOn ? words.finish(dateWords(finishOn, today, { language })) : words.noFinish
  return hoursShort > 0 ? `${when}, ${words.hoursShort(numberText(hoursShort, language))}` : when
}

function Standstill({ round: { blocked } }: { round: Round }) {
  const words = useTodayWords()
  const language = useLanguage()
  if (blocked.length === 0) return null
  const text = blocked.map(({ reason, homes }) => words.blocked[reason](numberText(homes, language))).join(' · ')
  return <p className="text-sm text-ink-soft">{text}</p>
}
