import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import type { Sealer } from '#app/corporations/sealer.server.ts'

/** Something that happened with one tenant, as the module tells it that knows of it. */
export type HistoryEvent<What extends string = string, Facts = unknown> = {
  /** `referral:sent`: its sentence stands in the `history-words.ts` of the module. */
  what: What
  /** Of the row it is about: there once with the same `what`. */
  id: string
  at: Date
  /** The name of who did it, where that is known. */
  by: string | null
  /** Names and codes that its sentence is made of. */
  facts: Facts
  /** As somebody wrote it down, opened. */
  text?: string
  /** The page that shows more of it. */
  to?: string
  /** Events of one kind that follow each other with the same one are told in a single line. */
  fold?: string
}

export type HistoryAsked = { tenantId: string; sealer: Sealer; most: number }

/**
 * The newest `most` events of one tenant that this person may read, in one query, newest first. `app/history` puts those
 * of all modules together.
 */
export type HistorySource<Event extends HistoryEvent> = (tx: Tx, actor: Actor, asked: HistoryAsked) => Promise<Event[]>

/** For each event its heading, with the lines below it; `count` above 1 tells of so many that were folded. */
export type HistoryWords<Event extends HistoryEvent> = {
  [What in Event['what']]: (facts: Extract<Event, { what: What }>['facts'], count: number) => string[]
}
