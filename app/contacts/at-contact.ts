import type { DeskActor } from '#app/accounts/authorize.server.ts'
import type { InHand } from '#app/core/scope.server.ts'

/** Somebody of a desk with the corporation of one contact before them: see `contactInHand`. */
export type AtContact = DeskActor & InHand
