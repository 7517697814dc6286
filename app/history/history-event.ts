import type { AttemptEvent } from '#app/calls/tenant-history.server.ts'
import type { ConversationEvent } from '#app/conversations/tenant-history.server.ts'
import type { PromiseEvent } from '#app/follow-ups/tenant-history.server.ts'
import type { GestureEvent } from '#app/gestures/tenant-history.server.ts'
import type { ReferralEvent } from '#app/referrals/tenant-history.server.ts'
import type { ListEvent } from '#app/tenant-lists/tenant-history.server.ts'
import type { TenantEvent } from '#app/tenants/tenant-history.server.ts'

/** Whatever can stand in the history of a tenant: the words of all of it must be there. */
export type KnownEvent =
  | TenantEvent
  | ListEvent
  | AttemptEvent
  | ConversationEvent
  | PromiseEvent
  | ReferralEvent
  | GestureEvent
