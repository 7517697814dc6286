import { createHmac } from 'node:crypto'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { countRefusedSignIn } from '#app/core/metrics.server.ts'
import { beforeSignIn, type CorporationScope, type DeskScope, inScope, systemScope } from '#app/core/scope.server.ts'
import { masterKey } from '#app/corporations/master-key.server.ts'
import { listPlaces, scopeAt } from './places.server.ts'
import { network, takeTry } from './rate-limits.server.ts'

type Refused = { accountId: string | null; reason: 'wrong' | 'too-many-tries' | 'no-corporation'; address: string }

/**
 * Writes down that somebody could not sign in, for each corporation the account works for; of an address nobody has,
 * when there is one corporation only. From where is a seal: the same place gives the same one, and it tells no address.
 */
export async function recordSignInRefused({ accountId, reason, address }: Refused): Promise<void> {
  countRefusedSignIn(reason)
  const details = { reason, from: sealOf(address) }
  for (const scope of await booksOf(accountId))
    await written(scope, { action: 'account:sign-in-refused', subjectId: accountId, details })
}

type Sender = ((CorporationScope | DeskScope) & { accountId: string }) | null

/**
 * Writes down that something was sent from elsewhere than our own pages: for whoever was signed in, else, as a browser
 * sends no cookie then, when there is one corporation only.
 */
export async function recordForeignWrite(sender: Sender, address: string): Promise<void> {
  const scopes = sender ? [sender] : await booksOf(null)
  const subjectId = sender?.accountId ?? null
  for (const scope of scopes)
    await written(scope, { action: 'account:foreign-write-refused', subjectId, details: { from: sealOf(address) } })
}

const sealOf = (address: string) =>
  createHmac('sha256', masterKey())
    .update(`from:${network(address)}`)
    .digest('base64url')
    .slice(0, 12)

/** Writes down that somebody asked for what their role does not give. */
export const recordAccessRefused = (
  scope: (CorporationScope | DeskScope) & { accountId: string },
  permission: string,
) => written(scope, { action: 'account:access-refused', subjectId: scope.accountId, details: { permission } })

async function booksOf(accountId: string | null): Promise<(CorporationScope | DeskScope)[]> {
  if (accountId) return (await listPlaces(accountId)).map((place) => scopeAt(place, null))
  const corporations = await beforeSignIn((tx) => tx.corporation.findMany({ select: { id: true }, take: 2 }))
  return corporations.length === 1 ? corporations.map(({ id }) => systemScope(id)) : []
}

type Entry = {
  action: 'account:sign-in-refused' | 'account:access-refused' | 'account:foreign-write-refused'
  subjectId: string | null
  details: Record<string, string>
}

/** At most so many a minute of each corporation and sort, so that nobody can fill the log. */
async function written(scope: CorporationScope | DeskScope, entry: Entry) {
  const book = scope.as === 'member' ? scope.corporationId : `desk ${scope.deskId}`
  if (!(await takeTry('written', `${book} ${entry.action}`))) return
  await inScope(scope, (tx) => recordAudit(tx, scope, { subject: 'account', ...entry }))
}
