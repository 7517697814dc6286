import type { SwitchKind } from './line.ts'
import type { Line, Switcher, SwitchRow } from './lines.server.ts'

/** What is switched by hand, as a page shows it: with names for whoever looks. */
export type ShownSwitch = {
  id: string
  lineId: string
  line: string
  kind: SwitchKind
  desk: string | null
  from: Date
  until: Date | null
  /** Null when it is not known to whoever looks. */
  by: string | null
  mayEnd: boolean
}

type Looker = {
  now: Date
  names: readonly { id: number; name: string }[]
  /** Who did it, when it was one of their own. */
  ownName: (row: Switcher) => string | null
  mayEnd: (row: Switcher) => boolean
}

export type SwitchedLine = Pick<Line, 'id' | 'name'> & { switches: (SwitchRow & Switcher)[] }

/** Those that hold now or later. */
export function shownSwitches(
  { id: lineId, name: line, switches }: SwitchedLine,
  { now, names, ownName, mayEnd }: Looker,
): ShownSwitch[] {
  const deskName = (deskId: number | null) => names.find(({ id }) => id === deskId)?.name ?? null
  return switches
    .filter(({ until }) => until === null || until > now)
    .map((row) => ({
      id: row.id,
      lineId,
      line,
      kind: row.kind,
      desk: deskName(row.deskId),
      from: row.from,
      until: row.until,
      by: ownName(row) ?? deskName(row.operatorDeskId),
      mayEnd: mayEnd(row),
    }))
}
