import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { claim } from '#app/claims/claim.server.ts'
import { claimStatement, firstFree } from '#app/claims/claim-statement.ts'
import { layAside } from '#app/claims/lay-aside.server.ts'
import { type NotClaimed, whyNotClaimed } from '#app/claims/why-not-claimed.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { rawSql } from '#app/core/sql.ts'
import { mayOpen } from './find-homes.server.ts'
import { mayOpenHome } from './reachable-homes.ts'
import { targetClaims } from './target-claims.ts'

// $1 corporation · $2 caller · $3 the home on the list · $4 whether they run the rounds
const statement = claimStatement(targetClaims, {
  name: 'claim-home',
  steps: [
    'SELECT id FROM own WHERE id = $3::uuid',
    firstFree(targetClaims, { where: 'g.id = $3::uuid', orderBy: 'g.id' }),
  ],
  mayClaim: mayOpenHome({ caller: rawSql('$2::uuid'), runsRounds: rawSql('$4::boolean') }).text,
})

/**
 * Takes one home in hand because they ring back: at any hour, and when the campaign is paused, since it is they who call. What
 * the caller had in hand is laid aside with its draft.
 */
export async function claimHome(actor: Actor, targetId: string): Promise<{ ok: true } | NotClaimed> {
  if (!(await inScopeSql(actor, (tx) => mayOpen(tx, actor, targetId))))
    return { ok: false, reason: 'not-found', by: null }
  const values = [targetId, can(actor, 'campaign:launch')]
  const first = await claim(actor, statement, values)
  if (first.is === 'claimed') return { ok: true }
  if (first.is === 'conflict') {
    await layAside(actor, targetClaims)
    if ((await claim(actor, statement, values)).is === 'claimed') return { ok: true }
  }
  return inScopeSql(actor, (tx) => whyNotClaimed(tx, actor, { kind: targetClaims, id: targetId }))
}
