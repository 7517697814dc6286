import { Link } from '@remix-run/react'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { momentText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import type { Progress } from '../campaign-progress.server.ts'
import { useWords } from '../words.ts'
import { useNumber } from './figure-text.tsx'

type StandstillProps = { progress: Pick<Progress, 'blocked' | 'figures'>; now: Date; listTo?: string }

/** Why homes that are still to do cannot be called now, when they come free, and the names behind each number. */
export function Standstill({ progress: { blocked, figures }, now, listTo }: StandstillProps) {
  const { toDo } = figures
  const words = useWords().progress
  const blockedHomes = blocked.reduce((sum, { homes }) => sum + homes, 0)
  return (
    <Section title={words.still} lead={words.stillLead} isPanel>
      {toDo === 0 && (
        <EmptyState title={words.allDone} icon="check">
          {words.allDoneLead}
        </EmptyState>
      )}
      {toDo > 0 && blockedHomes === 0 && (
        <EmptyState title={words.nothingStill} icon="check">
          {words.nothingStillLead}
        </EmptyState>
      )}
      {blockedHomes > 0 && (
        <ul className="flex flex-col">
          {blocked.map((row) => (
            <Reason key={row.reason} {...row} now={now} listTo={listTo} />
          ))}
          {toDo > blockedHomes && <ReadyRow homes={toDo - blockedHomes} />}
        </ul>
      )}
    </Section>
  )
}

const rowLook = 'grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-line py-2 last:border-0'

function Reason({
  reason,
  homes,
  nextAt,
  now,
  listTo,
}: Progress['blocked'][number] & Pick<StandstillProps, 'now' | 'listTo'>) {
  const words = useWords().progress
  const [number, language, zone] = [useNumber(), useLanguage(), useTimeZone()]
  const hasMoment = nextAt && (reason === 'waiting' || reason === 'appointment' || reason === 'with-caller')
  return (
    <li className={rowLook}>
      <span>
        <span className="block">{words.blocked[reason]}</span>
        <span className="block text-sm text-ink-soft">
          {hasMoment ? words.freeAt(momentText(nextAt, now, { zone, language })) : words.blockedHelp[reason]}
        </span>
      </span>
      <span className="tabular text-right text-lg">
        {listTo ? (
          <Link
            to={`${listTo}?blocked=${reason}`}
            className="inline-flex min-h-6 min-w-6 items-center justify-end text-accent underline underline-offset-4"
          >
            {number(homes)}
            <span className="sr-only">: {words.blocked[reason]}</span>
          </Link>
        ) : (
          number(homes)
        )}
      </span>
    </li>
  )
}

function ReadyRow({ homes }: { homes: number }) {
  const words = useWords().progress
  const number = useNumber()
  return (
    <li className={`${rowLook} font-bold`}>
      <span>{words.ready}</span>
      <span className="tabular text-right text-lg">{number(homes)}</span>
    </li>
  )
}
