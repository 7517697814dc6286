import type { Warn } from '#imports/cell-rules.ts'
import { type DateNotation, readDate } from '#imports/dates.ts'
import { readDeceased, type SaidDeceased, takeDeathMark } from '#imports/deceased.ts'

export type Death = {
  deceasedOn: string | null
  /** Has died on a day the list does not tell, or seems to have: then it has warned. Null where the list does not say. */
  isDeceased: boolean | null
}

type Reading = { dateNotation: DateNotation; today: string; warn: Warn }

/**
 * Whether somebody died, by the column for it (null when the list has none) and the marks beside their name. Who only
 * seems to have died is taken for dead, and asked about: the dead are never rung.
 */
export function deathOf(
  cell: string | null,
  { mark, warnOfMark }: { mark: string | null; warnOfMark: Warn },
  reading: Reading,
): Death {
  const said = cell === null || cell === '' ? null : readDeathCell(cell, reading)
  if (said?.deceasedOn) return { deceasedOn: said.deceasedOn, isDeceased: false }
  if (said?.says === 'yes') return knownDead
  if (said?.says === 'unsure') reading.warn('seems-deceased', cell ?? '')
  else if (mark !== null) warnOfMark('seems-deceased', mark)
  else return cell === null ? notSaid : alive
  return knownDead
}

const knownDead: Death = { deceasedOn: null, isDeceased: true }
const alive: Death = { deceasedOn: null, isDeceased: false }
const notSaid: Death = { deceasedOn: null, isDeceased: null }

function readDeathCell(cell: string, { dateNotation, today }: Reading) {
  const date = readDate(cell, dateNotation)
  const bare = date.isValid ? date : readDate(takeDayOf(cell), dateNotation)
  if (!bare.isValid) return { says: readDeceased(cell), deceasedOn: null }
  if (bare.value === null) return { says: 'no' as SaidDeceased, deceasedOn: null }
  // a day to come is a typing error, and so perhaps is that they died
  return bare.value > today ? { says: 'unsure' as const, deceasedOn: null } : { says: 'yes', deceasedOn: bare.value }
}

/** "overleden op 12-3-2026", "† 12-3-2026" */
function takeDayOf(cell: string): string {
  if (cell.length > 60) return cell
  const { mark } = takeDeathMark(cell)
  return mark === null ? cell : (/\d.*$/.exec(cell)?.[0] ?? cell)
}
