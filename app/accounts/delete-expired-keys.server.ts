import { deleteKeysBefore } from '#app/core/idempotently.server.ts'
import { beforeSignIn, type CorporationScope, inScope } from '#app/core/scope.server.ts'

const keyDays = 7
const sessionDays = 30

/** Write keys after a week, ended sessions after a month: by then nobody asks after them again. */
export async function deleteExpiredKeys(scope: CorporationScope, now: Date) {
  const { corporationId } = scope
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  await inScope(scope, (tx) => deleteKeysBefore(tx, corporationId, before(keyDays)))
  await beforeSignIn((tx) =>
    tx.session.deleteMany({
      // Those of desks belong to no corporation.
      where: { OR: [{ corporationId }, { corporationId: null }], expiresAt: { lt: before(sessionDays) } },
    }),
  )
}
