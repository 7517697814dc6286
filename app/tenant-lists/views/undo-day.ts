import { addDays, dateIn } from '#app/time/clock.ts'
import { dateText } from '#app/ui/format.ts'
import { undoDays } from '../import-state.ts'

/** The last day on which what was applied at this moment can be undone. */
export const lastUndoDay = (appliedAt: string, zone: string): string =>
  dateText(addDays(dateIn(zone, new Date(appliedAt)), undoDays - 1))
