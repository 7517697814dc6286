import { z } from 'zod'
import { sql } from '#app/core/sql.ts'
import type { Change, PersonStep } from '#app/lists/steps.ts'
import {
  endingsFrom,
  mustTell,
  type Referral,
  type ReferralEnding,
  type ReferralState,
  referralEndings,
  stateBefore,
} from './referral.ts'
import { remindOn } from './reminder.ts'
import { describedSchema, passedOnSchema, toldSchema } from './schema.ts'

/** Who takes the step; `today` in the corporation's zone: from it the reminder of a week counts again. */
type By = { by: string; today: string }
type Ending = By & { ending: ReferralEnding }
type Refusal = 'never-sent' | 'already-described'

const endingForm = z.object({ ending: z.enum(referralEndings, 'required') })

const remindedLater = ({ today }: By) => sql`remind_on = ${remindOn(today)}::date`

/** What somebody does with a referral. */
export const referralSteps = {
  /** The agency was asked. */
  send: {
    path: 'sending',
    permission: 'referral:write',
    action: 'referral:send',
    from: ['proposed'],
    to: 'sent',
    asks: () => passedOnSchema,
    sets: (by: By) => sql`sent_at = now(), sent_by = ${by.by}::uuid, ${remindedLater(by)}`,
    undoneBy: 'undo',
  },
  /** What was passed on, of one that was sent without saying so. */
  describe: {
    path: 'description',
    permission: 'referral:write',
    action: 'referral:describe',
    from: ['sent', 'accepted', 'ended'],
    asks: () => describedSchema,
    refusal: ({ wasSent, isDescribed }: Referral) =>
      wasSent ? (isDescribed ? 'already-described' : null) : 'never-sent',
  },
  /** The agency takes it up. */
  accept: {
    path: 'acceptance',
    permission: 'referral:write',
    action: 'referral:accept',
    from: ['sent'],
    to: 'accepted',
    sets: (by: By) => sql`accepted_at = now(), accepted_by = ${by.by}::uuid, ${remindedLater(by)}`,
    undoneBy: 'undo',
  },
  /** That help will not come is news again, also for a tenant who was told that it would. */
  end: {
    path: 'ending',
    permission: 'referral:write',
    action: 'referral:end',
    from: ['proposed', 'sent', 'accepted'],
    to: 'ended',
    asks: () => endingForm,
    refusal: ({ state }: Referral, { ending }: Ending): Refusal | null =>
      endingsFrom(state).includes(ending) ? null : 'never-sent',
    sets: ({ by, ending }: Ending) => {
      const told = ending === 'helped' ? sql`tenant_told_at` : sql`NULL`
      return sql`ended_at = now(), ended_by = ${by}::uuid, ending = ${ending}, tenant_told_at = ${told}`
    },
    undoneBy: 'undo',
  },
  /** Somebody asked how it stands: the reminder comes again in a week. */
  'ask-later': {
    path: 'reminder',
    permission: 'referral:write',
    action: 'referral:ask-later',
    from: ['proposed', 'sent', 'accepted'],
    sets: remindedLater,
  },
  /** The tenant has heard from us how it went; a notice says who told them. */
  tell: {
    path: 'notice',
    permission: 'referral:write',
    action: 'referral:tell',
    from: ['accepted', 'ended'],
    to: (referral) => (mustTell(referral) ? referral.state : null),
    asks: () => toldSchema,
    sets: () => sql`tenant_told_at = now()`,
  },
  /** What was passed on stays with it, so that nothing typed is lost. */
  undo: {
    path: 'reversal',
    permission: 'referral:write',
    action: 'referral:undo',
    from: ['sent', 'accepted', 'ended'],
    to: stateBefore,
    sets: (by: By) => sql`ending = NULL, ended_at = NULL, ended_by = NULL, ${remindedLater(by)},
      sent_at = CASE WHEN step.state <> 'proposed' THEN sent_at END, sent_by = CASE WHEN step.state <> 'proposed' THEN sent_by END,
      accepted_at = CASE WHEN step.state = 'accepted' THEN accepted_at END,
      accepted_by = CASE WHEN step.state = 'accepted' THEN accepted_by END`,
  },
} as const satisfies Record<string, PersonStep<ReferralState, Referral, Refusal>>

export type ReferralChange = Change<typeof referralSteps>
