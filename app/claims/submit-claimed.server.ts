import { idempotently } from '#app/core/idempotently.server.ts'
import { inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import type { Claim, Claimant } from './claim-kind.ts'
import type { TextToKeep } from './draft-store.server.ts'
import { keepDraft, removeDraft } from './drafts.server.ts'
import { type NotClaimed, whyNotClaimed } from './why-not-claimed.server.ts'

/** `draftFields` is the form as it was; `operation` names what is saved, so that no key serves two of them. */
export type Submission = Claim & Omit<TextToKeep, 'isLeaving'> & { key: string; operation: string }

type Work<Row, Answer> = {
  /** The row, locked, where `fenceHolds`; null when it does not. */
  lock: (tx: SqlTx) => Promise<Row | null>
  save: (tx: SqlTx, row: Row) => Promise<Answer>
}

/**
 * Saves what somebody did with a row in their hands, in one transaction and once: the same key gives the same answer.
 * When the row is no longer theirs nothing is written but what they typed, as a draft, beside what was there; when it is
 * saved the draft goes, unless it was typed on another screen.
 */
export function submitClaimed<Row, Answer extends { ok: boolean }>(
  claimant: Claimant,
  submission: Submission,
  { lock, save }: Work<Row, Answer>,
): Promise<Answer | NotClaimed> {
  const { operation, ...draft } = submission
  const { kind, id, key, basedOn } = draft
  return inScopeSql(claimant, (tx) =>
    idempotently({ tx, scope: claimant }, { key, operation }, async (): Promise<Answer | NotClaimed> => {
      const row = await lock(tx)
      if (!row) {
        await keepDraft(tx, claimant, { ...draft, isLeaving: true })
        return whyNotClaimed(tx, claimant, draft)
      }
      const answer = await save(tx, row)
      if (answer.ok) await removeDraft(tx, claimant, { kind, id, opening: { key, basedOn } })
      return answer
    }),
  )
}
