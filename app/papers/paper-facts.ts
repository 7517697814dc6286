import type { ShownUrgentNumber } from '#app/conversations/urgent-numbers.server.ts'
import type { ShownValues } from '#app/reference-values/read-values.server.ts'
import type { Protocol } from '#app/triage/protocol.ts'

/** All that an operator needs for a corporation on a night without a server. */
export type PaperFacts = {
  corporation: string
  timeZone: string
  /** The date in its zone, 'yyyy-mm-dd'. */
  today: string
  /** In the order of their kinds; `version` null for one that the corporation has from the base. */
  protocols: { protocol: Protocol; version: number | null }[]
  values: ShownValues
  urgentNumbers: ShownUrgentNumber[]
  /** Who answers each line when, in words. */
  lines: { name: string; answeredBy: { desk: string; hours: string }[] }[]
}
