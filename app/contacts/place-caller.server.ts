import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { CallerChoice } from '#app/callers/caller-choice.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { noteWantsCalls } from '#app/tenants/wants-calls.server.ts'
import type { AtContact } from './at-contact.ts'
import { changeHeld, type InHands, ownFence } from './held-contact.server.ts'
import { addStep } from './steps.server.ts'

type Caller = { tenantId: string | null; homeId: string | null }

/**
 * Who is calling, or of which home, as soon as the operator says so; it can be taken back. Of whoever does not want to say
 * their name nobody is written down.
 */
export async function placeCaller(
  actor: AtContact,
  { contactId, choice }: { contactId: string; choice: CallerChoice },
) {
  const fence = await inScopeSql(actor, (tx) => ownFence(tx, actor, contactId))
  if (fence === null) return { ok: false, reason: 'not-claimed' } as const
  return changeHeld(actor, { contactId, fence }, async (tx, held) => {
    const found = await findPlace(tx, actor, choice)
    if (!found) return { ok: false, reason: 'no-such-caller' } as const
    const isAnonymous = choice.is === 'no-name'
    const isSame = found.tenantId === held.tenantId && found.homeId === held.homeId
    if (isSame && isAnonymous === held.isAnonymous) return { ok: true } as const
    await tx.sql(sql`
      UPDATE desk_contact SET tenant_id = ${found.tenantId}::uuid, home_id = ${found.homeId}::uuid, is_anonymous = ${isAnonymous}::boolean
      WHERE corporation_id = ${actor.corporationId}::int AND id = ${contactId}::uuid`)
    await addStep(tx, actor, { contactId, kind: 'caller-found', details: { is: choice.is } })
    const details = { tenant: found.tenantId, home: found.homeId }
    await recordAudit(tx, actor, { action: 'contact:caller-chosen', subject: 'contact', subjectId: contactId, details })
    return { ok: true } as const
  })
}

/** The home goes with the tenant; null when there is no such tenant or home. */
async function findPlace(tx: SqlRunner, { corporationId }: AtContact, choice: CallerChoice): Promise<Caller | null> {
  if (choice.is === 'tenant') {
    const { tenantId } = choice
    const [tenant] = await tx.sql<{ homeId: string | null }>(sql`
      SELECT home_id AS "homeId" FROM tenant WHERE corporation_id = ${corporationId}::int AND id = ${tenantId}::uuid`)
    return tenant ? { tenantId, homeId: tenant.homeId } : null
  }
  if (choice.is !== 'home') return { tenantId: null, homeId: null }
  const { homeId } = choice
  const [home] = await tx.sql(
    sql`SELECT FROM home WHERE corporation_id = ${corporationId}::int AND id = ${homeId}::uuid`,
  )
  return home ? { tenantId: null, homeId } : null
}

/** They want to be rung now and then: a wish of the tenant, which the rounds of the corporation read. */
export function noteWish(actor: AtContact, { contactId, fence }: InHands) {
  return changeHeld(actor, { contactId, fence }, async (tx, { tenantId }) => {
    if (!tenantId) return { ok: false, reason: 'no-such-caller' } as const
    await noteWantsCalls(tx, actor, tenantId)
    return { ok: true } as const
  })
}
