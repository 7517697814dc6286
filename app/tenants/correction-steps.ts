import { sql } from '#app/core/sql.ts'
import type { PersonStep } from '#app/lists/steps.ts'

export type CorrectionState = 'open' | 'processed'

/** What a coordinator does with what tenants told us and the list does not say yet. */
export const correctionSteps = {
  /** Written into their own system; it waits for the list to say so. */
  process: {
    path: 'processing',
    permission: 'correction:process',
    action: 'tenant_correction:processed',
    from: ['open'],
    to: 'processed',
    sets: ({ by }: { by: string }) => sql`processed_at = now(), processed_by = ${by}::uuid`,
    undoneBy: 'reopen',
  },
  reopen: {
    path: 'reversal',
    permission: 'correction:process',
    action: 'tenant_correction:reopened',
    from: ['processed'],
    to: 'open',
    sets: () => sql`processed_at = NULL, processed_by = NULL`,
  },
} as const satisfies Record<string, PersonStep<CorrectionState>>

export type CorrectionStep = keyof typeof correctionSteps
