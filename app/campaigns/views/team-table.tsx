import { Link } from '@remix-run/react'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import type { Progress } from '../campaign-progress.server.ts'
import { useWords } from '../words.ts'
import { useHours, useNumber } from './figure-text.tsx'

type Caller = Progress['callers'][number]
type TeamTableProps = { campaignId: string; callers: Caller[]; toDo: number; mayChange: boolean; seesNames: boolean }

/** Everybody who calls, in the order of the alphabet: nobody is ranked. Last what lies ready for whoever has time. */
export function TeamTable({ campaignId, callers, toDo, mayChange, seesNames }: TeamTableProps) {
  const words = useWords().callers
  const listTo = seesNames ? `/campaigns/${campaignId}/addresses` : undefined
  const pool = toDo - callers.reduce((sum, { homes }) => sum + homes, 0)
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Table
        caption={words.caption}
        isCaptionHidden
        isCompact
        rows={callers}
        rowKey={({ accountId }) => accountId}
        rowTo={({ accountId, hasLeft }) =>
          mayChange && !hasLeft ? `/campaigns/${campaignId}/callers/${accountId}` : undefined
        }
        columns={useColumns(listTo)}
        empty={<EmptyState title={words.empty}>{words.emptyLead}</EmptyState>}
      />
      {pool > 0 && <Pool homes={pool} listTo={listTo} />}
    </div>
  )
}

function useColumns(listTo?: string): Column<Caller>[] {
  const words = useWords().callers
  const [number, hours] = [useNumber(), useHours()]
  return [
    {
      key: 'name',
      label: words.name,
      cell: ({ name, hasLeft }) =>
        hasLeft ? <span className="font-normal text-ink-soft">{`${name} (${words.left})`}</span> : name,
    },
    { key: 'hours', label: words.hours, isNumeric: true, cell: (caller) => hours(caller.hours) },
    {
      key: 'toDo',
      label: words.toDo,
      isNumeric: true,
      hasControls: true,
      cell: ({ accountId, homes, name }) =>
        listTo && homes > 0 ? (
          <Link
            to={`${listTo}?state=to-do&caller=${accountId}`}
            className="inline-flex min-h-6 min-w-6 items-center justify-end text-accent underline underline-offset-4 pointer-coarse:min-h-11 pointer-coarse:min-w-11 cards:min-h-6 cards:justify-start"
          >
            {number(homes)}
            <span className="sr-only">: {words.toDoOf(name)}</span>
          </Link>
        ) : (
          number(homes)
        ),
    },
    { key: 'done', label: words.done, isNumeric: true, cell: ({ done }) => number(done) },
    { key: 'reached', label: words.reached, isNumeric: true, cell: ({ reached }) => number(reached) },
  ]
}

function Pool({ homes, listTo }: { homes: number; listTo?: string }) {
  const words = useWords().callers
  const number = useNumber()
  return (
    <p>
      {words.pool}:{' '}
      {listTo ? (
        <Link to={`${listTo}?state=to-do&caller=pool`} className="text-accent underline underline-offset-4">
          {words.homesOf(number(homes))}
        </Link>
      ) : (
        words.homesOf(number(homes))
      )}
    </p>
  )
}
