import { deleteKeysBefore } from '#app/core/idempotently.server.ts'
import { beforeSignIn, type CorporationScope, inScope } from '#app/core/scope.server.ts'

const keyDays = 7
const sessionDays = 30

/** Write keys after a week, ended sessions after a month: by then nobody asks after them again. */
export async function deleteExpiredKeys({ corporationId, ...scope }: CorporationScope, now: Date) {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  await inScope(scope, (tx) => deleteKeysBefore(tx, corporationId, before(keyDays)))
  await beforeSignIn((tx) =>
    tx.session.deleteMany({ where: { corporationId, expiresAt: { lt: before(sessionDays) } } }),
  )
}
