import { useWords } from '#app/ui/language.tsx'
import { Table } from '#app/ui/table.tsx'
import { en } from '../words.en.ts'
import { nl } from '../words.nl.ts'
import { useHours, useNumber } from './figures.tsx'
import { hoursOfTalking } from './hours.ts'

export type CallerShare = { accountId: string; name: string; hours: number; homes: number }

/** How many homes each caller gets, by name; hours needed are those of talking with who is reached. */
export function SpreadTable({ callers, caption }: { callers: CallerShare[]; caption: string }) {
  const words = useWords({ nl, en }).start
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
