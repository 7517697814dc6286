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
  /** Somebody looked whether all that is written of it still holds. */
  check: {
    path: 'check',
    permission: 'agency:write',
    action: 'agency:checked',
    from: ['in-use'],
    sets: ({ by }: { by: string }) => sql`checked_at = now(), checked_by = ${by}::uuid`,
  },
} as const satisfies Record<string, PersonStep<AgencyState>>

export type AgencyStep = keyof typeof agencySteps
