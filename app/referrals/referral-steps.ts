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

/** `today` in the corporation's zone: from it the reminder of a week counts again. */
type On = { today: string }
type Ending = { ending: ReferralEnding }

const endingForm = z.object({ ending: z.enum(referralEndings, 'required') })

const remindedLater = ({ today }: On) => sql`remind_on = ${remindOn(today)}::date`

/** What somebody does with a referral. */
export const referralSteps = {
  /** The agency was asked. */
  send: {
    path: 'sending',
    permission: 'referral:write',
    action: 'referral:send',
    from: ['proposed'],
    to: 'sent',
    sets: (on: On) => sql`sent_at = now(), ${remindedLater(on)}`,
    undoneBy: 'undo',
  },
  /** The agency takes it up. */
  accept: {
    path: 'acceptance',
    permission: 'referral:write',
    action: 'referral:accept',
    from: ['sent'],
    to: 'accepted',
    sets: (on: On) => sql`accepted_at = now(), ${remindedLater(on)}`,
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
    refusal: ({ state }: Referral, { ending }: Ending) => (endingsFrom(state).includes(ending) ? null : 'never-sent'),
    sets: ({ ending }: Ending) => {
      const told = ending === 'helped' ? sql`tenant_told_at` : sql`NULL`
      return sql`ended_at = now(), ending = ${ending}, tenant_told_at = ${told}`
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
  /** The tenant has heard from us how it went. */
  tell: {
    path: 'notice',
    permission: 'referral:write',
    action: 'referral:tell',
    from: ['accepted', 'ended'],
    to: (referral) => (mustTell(referral) ? referral.state : null),
    sets: () => sql`tenant_told_at = now()`,
  },
  undo: {
    path: 'reversal',
    permission: 'referral:write',
    action: 'referral:undo',
    from: ['sent', 'accepted', 'ended'],
    to: stateBefore,
    sets: (on: On) => sql`ending = NULL, ended_at = NULL, ${remindedLater(on)},
      sent_at = CASE WHEN step.state = 'proposed' THEN NULL ELSE sent_at END,
      accepted_at = CASE WHEN step.state IN ('proposed', 'sent') THEN NULL ELSE accepted_at END`,
  },
} as const satisfies Record<string, PersonStep<ReferralState, Referral, 'never-sent'>>

export type ReferralChange = Change<typeof referralSteps>
