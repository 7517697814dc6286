import { Table } from '#app/ui/table.tsx'
import { useWords } from '../words.ts'
import { useHours, useNumber } from './figure-text.tsx'
import { hoursOfTalking } from './talking-hours.ts'

export type CallerShare = { accountId: string; name: string; hours: number; homes: number }

/** How many homes each caller gets, by name; hours needed are those of talking with who is reached. */
export function SpreadTable({ callers, caption }: { callers: CallerShare[]; caption: string }) {
  const words = useWords().start
  const number = useNumber()
  const hours = useHours()
  return (
    <Table
      caption={caption}
      isCaptionHidden
      isCompact
      rows={callers}
      rowKey={({ accountId }) => accountId}
      columns={[
        { key: 'name', label: words.caller, cell: ({ name }) => name },
        { key: 'homes', label: words.lists, isNumeric: true, cell: ({ homes }) => number(homes) },
        {
          key: 'needed',
          label: words.needed,
          isNumeric: true,
          cell: ({ homes }) => words.hoursOf(hours(hoursOfTalking(homes))),
        },
        { key: 'hours', label: words.hours, isNumeric: true, cell: (caller) => words.hoursOf(hours(caller.hours)) },
      ]}
    />
  )
}
