import { sql } from '#app/core/sql.ts'
import type { PersonStep } from '#app/lists/steps.ts'

export type AgencyState = 'in-use' | 'ended'

/** What a coordinator does with an organisation that helps. */
export const agencySteps = {
  /** No new referrals to it; those that run go on. */
  end: {
    path: 'closure',
    permission: 'agency:write',
    action: 'agency:ended',
    from: ['in-use'],
    to: 'ended',
    sets: () => sql`ended_at = now()`,
  },
  resume: {
    path: 'reopening',
    permission: 'agency:write',
    action: 'agency:resumed',
    from: ['ended'],
    to: 'in-use',
    sets: () => sql`ended_at = NULL`,
  },
} as const satisfies Record<string, PersonStep<AgencyState>>

export type AgencyStep = keyof typeof agencySteps
