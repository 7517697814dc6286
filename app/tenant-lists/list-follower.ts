import type { CorporationScope, SqlTx } from '#app/core/scope.server.ts'

/** What one campaign loses by a list: homes that were still to be called, and the appointments among them. */
export type CampaignLoss = { campaignId: string; name: string; homes: number; appointments: number }

/** What was promised to whoever would be gone, and stays promised. */
export type OpenPromises = { followUps: number; gestures: number }

export type ListEffects = { campaigns: CampaignLoss[]; promises: OpenPromises }

/** `leftAlone`: homes taken off since that stay off, as somebody changed what they hang on. */
export type HomesRestored = { homes: number; appointments: number; leftAlone: number }

type Following = { scope: CorporationScope; importId: string }

/**
 * What hangs on who is on the list, in a module after this one. All of it happens in the transaction of the list, so that
 * one does not hold without the other.
 */
export type ListFollower = {
  /** Holds still what the list is about to touch, and its tenants first: whoever saves a call takes hold in that order. */
  hold: (tx: SqlTx, following: Following) => Promise<void>
  /** What applying a classified list would do. */
  foresee: (tx: SqlTx, following: Following) => Promise<ListEffects>
  /** Does it, after the tenants were changed. */
  apply: (tx: SqlTx, following: Following) => Promise<CampaignLoss[]>
  /** Takes it back, after the tenants were put back. `appliedAt` as the database wrote it. */
  undo: (tx: SqlTx, following: Following & { appliedAt: string }) => Promise<HomesRestored>
}
