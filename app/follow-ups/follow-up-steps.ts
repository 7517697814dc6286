import { z } from 'zod'
import { sql } from '#app/core/sql.ts'
import type { Change, PersonStep } from '#app/lists/steps.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import type { FollowUpState } from './follow-up.ts'
import { dueDate, dueTime } from './schema.ts'

type By = { accountId: string }
type Due = { dueOn: string; dueTime: string | null }

/** What came of it; may stay empty. */
const resultForm = z.object({ result: z.string().trim().max(2000, 'too-long').refine(holdsNoBsn, 'bsn').default('') })

const ownerForm = z.object({ ownerId: z.uuid('required') })

/** A day from today on: nobody promises yesterday. `dueTime` null: on that day, at no set time. */
const moveForm = (today: string) => z.object({ dueOn: dueDate.refine((day) => day >= today, 'date-past'), dueTime })

const closed = ({ accountId }: By) => sql`closed_at = now(), closed_by = ${accountId}::uuid`

/** What somebody does with a promise. */
export const followUpSteps = {
  complete: {
    path: 'completion',
    permission: 'follow-up:write',
    action: 'follow-up:complete',
    from: ['open'],
    to: 'done',
    asks: () => resultForm,
    sets: closed,
    undoneBy: 'reopen',
  },
  cancel: {
    path: 'cancellation',
    permission: 'follow-up:write',
    action: 'follow-up:cancel',
    from: ['open'],
    to: 'cancelled',
    sets: closed,
    undoneBy: 'reopen',
  },
  /** The result stays with it, so that nothing typed is lost. */
  reopen: {
    path: 'reopening',
    permission: 'follow-up:write',
    action: 'follow-up:reopen',
    from: ['done', 'cancelled'],
    to: 'open',
    sets: () => sql`closed_at = NULL, closed_by = NULL`,
  },
  reassign: {
    path: 'owner',
    permission: 'follow-up:read-all',
    action: 'follow-up:reassign',
    from: ['open'],
    asks: () => ownerForm,
    sets: ({ ownerId }: { ownerId: string }) => sql`owner_id = ${ownerId}::uuid`,
  },
  move: {
    path: 'due-date',
    permission: 'follow-up:write',
    action: 'follow-up:move',
    from: ['open'],
    asks: moveForm,
    sets: (due: Due) => sql`due_on = ${due.dueOn}::date, due_time = ${due.dueTime}::text`,
  },
} as const satisfies Record<string, PersonStep<FollowUpState>>

export type FollowUpChange = Change<typeof followUpSteps>
