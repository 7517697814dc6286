import type { AuditAction, AuditSubject } from '#app/audit/audit-words.ts'
import type { CorporationScope, DeskScope, InHand } from '#app/core/scope.server.ts'
import { rawSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import type { DraftPlace } from './draft-store.server.ts'

/** Who takes things in hand: one person, in one corporation, or at a desk with that corporation before them. */
export type Claimant = (CorporationScope | InHand) & { accountId: string }
/** Whose rows may be claimed: a corporation's, or those of a desk whichever its corporation. */
export type Claimer = (CorporationScope | DeskScope) & { accountId: string }

/**
 * A table whose rows are worked on by one person at a time. A claim is a lease laid over the state of the row, in four
 * columns: claimed_by, lease_until, fence, which rises with each claim, and holder, who has the claim with this fence or
 * had it last. A unique index on (corporation_id, claimed_by) holds a person to one claim at a time, where that is the
 * rule. In every piece of SQL the row is `g`.
 */
export type ClaimKind = {
  table: string
  /** Among whose rows the next one is looked for; the log of that is written in the same book. */
  owner: 'corporation' | 'desk'
  /** `('waiting', …)`: a row in another state is finished, and in nobody's hands. */
  states: SqlPart
  /** An interval: how long a claim lasts that is not renewed. */
  lease: SqlPart
  /** Whether who had it last may take it up again, while nobody else took it. */
  mayReturn: (accountId: string) => SqlPart
  /** To be SET with the claim. */
  onClaim?: string
  /** To be SET when somebody gives it back untouched. */
  onRelease?: (accountId: string) => SqlPart
  /** The name of who has it, for whoever comes too late. */
  claimantName: SqlPart
  /** What shows who has what, named by a column of the row. */
  news: News
  /** Where what was typed about a row is kept. */
  drafts: DraftPlace
  /** What the log calls the row and what happens to it. */
  audit: { subject: AuditSubject } & Record<'claimed' | 'resumed' | 'released' | 'lapsed' | 'discarded', AuditAction>
}

/** Which rows changed hands: `group` is what the column said of them. */
export type Changed = { id: string; group: string | number }

export type News = {
  column: string
  /** Within the transaction. */
  publish: (tx: SqlRunner, scope: CorporationScope | DeskScope | InHand, changed: Changed[]) => Promise<void>
  /** So long claims are gathered before they are told together. */
  gatherMs: number
}

/** Where the log of a kind is kept, and whose column it has. */
export const bookOf = {
  corporation: { book: 'audit_event', column: 'corporation_id' },
  desk: { book: 'desk_event', column: 'desk_id' },
} as const

export const ownerId = (scope: CorporationScope | DeskScope): number =>
  scope.as === 'desk' ? scope.deskId : scope.corporationId

/** One row that may be claimed. */
export type Claimable = { kind: ClaimKind; id: string }
/** A row with the fence somebody holds: good for as long as nobody claims it after them. */
export type Claim = Claimable & { fence: number }

/** In somebody's hands at this moment, on the clock of the database. */
export const isClaimed = rawSql('(g.claimed_by IS NOT NULL AND g.lease_until > clock_timestamp())')
/** Open to whoever comes first: never claimed, or no longer. */
export const isFree = rawSql('(g.claimed_by IS NULL OR g.lease_until < clock_timestamp())')

/** To be SET: the claim is over, and whoever had it may still save, as long as nobody takes it after them. */
export const claimLapses = rawSql('claimed_by = NULL, lease_until = NULL')
/** To be SET: the claim is over for good. */
export const claimEnds = rawSql('claimed_by = NULL, lease_until = NULL, holder = NULL')

/** Nobody claimed the row after this person did: what they save is taken, also when their lease has lapsed. */
export const fenceHolds = ({ accountId }: Claimant, fence: number): SqlPart =>
  sql`(g.holder = ${accountId}::uuid AND g.fence = ${fence}::int)`

/** The row is in the hands of this person, or lies as they left it and they may take it up again. */
export const inHandsOf = ({ accountId }: Claimant, { mayReturn }: ClaimKind): SqlPart =>
  sql`(g.holder = ${accountId}::uuid AND (g.claimed_by = g.holder OR g.claimed_by IS NULL AND ${mayReturn(accountId)}))`

/** To stand after FROM: this one row. */
export const rowOf = ({ corporationId }: { corporationId: number }, { kind, id }: Claimable): SqlPart =>
  sql`${rawSql(kind.table)} g WHERE g.corporation_id = ${corporationId}::int AND g.id = ${id}::uuid`
