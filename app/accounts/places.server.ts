import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publishSessionsChanged } from '#app/core/live.server.ts'
import {
  beforeSignIn,
  beforeSignInAtOnce,
  type CorporationScope,
  type DeskScope,
  inScope,
} from '#app/core/scope.server.ts'
import { isSamePlace, type WorkPlace } from './place-value.ts'
import { hashToken } from './sessions.server.ts'

export type NamedPlace = WorkPlace & { name: string }

/** In the name of somebody at a place, before the desk's corporations are known. */
export const scopeAt = (place: WorkPlace, accountId: string | null): CorporationScope | DeskScope =>
  place.as === 'member'
    ? { as: 'member', corporationId: place.corporationId, accountId }
    : { as: 'desk', deskId: place.deskId, corporationIds: [], accountId }

/** Everywhere somebody works now, longest first. The present scope holds one of them, so this asks as before sign-in. */
export async function listPlaces(accountId: string): Promise<NamedPlace[]> {
  return (await beforeSignInAtOnce<Found>(placesOf(accountId))).map(placeIn)
}

type Found = { name: string; corporationId: number | null; deskId: number | null }

const placesOf = (accountId: string) => ({
  name: 'places-of-account',
  text: `SELECT name, "corporationId", "deskId" FROM (
      SELECT c.name, c.id AS "corporationId", NULL::int AS "deskId", m.created_at AS at
      FROM membership m JOIN corporation c ON c.id = m.corporation_id
      WHERE m.account_id = $1::uuid AND m.ended_at IS NULL
      UNION ALL
      SELECT d.name, NULL, d.id, m.created_at FROM desk_member m JOIN desk d ON d.id = m.desk_id
      WHERE m.account_id = $1::uuid AND m.ended_at IS NULL AND d.ended_at IS NULL
    ) place ORDER BY at, name`,
  values: [accountId],
})

const placeIn = ({ name, corporationId, deskId }: Found): NamedPlace =>
  deskId === null ? { as: 'member', corporationId: corporationId ?? 0, name } : { as: 'desk', deskId, name }

/** From now on this session works there; false when the account does not. */
export async function choosePlace(accountId: string, token: string, place: WorkPlace): Promise<boolean> {
  const isTheirs = await beforeSignIn(async (tx) => {
    const places = await tx.sql<Found>(placesOf(accountId))
    if (!places.map(placeIn).some((own) => isSamePlace(own, place))) return false
    const [corporationId, deskId] = place.as === 'member' ? [place.corporationId, null] : [null, place.deskId]
    await tx.session.update({ where: { tokenHash: hashToken(token) }, data: { corporationId, deskId } })
    await publishSessionsChanged(tx, accountId)
    return true
  })
  if (!isTheirs) return false
  const scope = scopeAt(place, accountId)
  await inScope(scope, (tx) =>
    recordAudit(tx, scope, {
      action: place.as === 'member' ? 'account:corporation-chosen' : 'account:desk-chosen',
      subject: 'account',
      subjectId: accountId,
    }),
  )
  return true
}
