import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { listConversations } from '#app/conversations/list-conversations.server.ts'
import { readUrgentNumbers } from '#app/conversations/urgent-numbers.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { listOpenPromises } from '#app/follow-ups/list-open-promises.server.ts'
import { placeLine } from '#app/tenants/addressee.ts'
import { addressColumns, nameColumns } from '#app/tenants/addressee-columns.server.ts'
import { hasDied } from '#app/tenants/contact-rule.ts'
import type { Address, PersonName } from '#app/tenants/names.ts'
import type { SpokenWith } from './add-conversation.server.ts'
import { mayOpen } from './find-homes.server.ts'

type Row = PersonName & Address & { tenantId: string; campaignId: string | null; hasDied: boolean }
type Whom = { targetId: string } | { tenantId: string }

const mostEarlier = 5

/** Whom a conversation is added for: a home on a list that they may open, or a tenant. Null when it is not theirs to see. */
export function findSpokenWith(actor: Actor, whom: Whom): Promise<(SpokenWith & { hasDied: boolean }) | null> {
  return inScope(actor, async (tx) => {
    const row = await findRow(tx, actor, whom)
    return row && spokenWith(row, whom)
  })
}

/** The same with what a colleague has to know while they are on the line. Looking is written down. */
export function showSpokenWith(actor: Actor, whom: Whom) {
  return inScope(actor, async (tx) => {
    const row = await findRow(tx, actor, whom)
    if (!row) return null
    const { tenantId, sex, initials, firstName, infix, lastName } = row
    await recordAudit(tx, actor, { action: 'tenant:viewed', subject: 'tenant', subjectId: tenantId })
    const sealer = await sealerFor(tx, actor.corporationId)
    const conversations = await listConversations(tx, actor, { sealer, tenantId })
    return {
      tenantId,
      name: { sex, initials, firstName, infix, lastName },
      address: placeLine(row),
      hasDied: row.hasDied,
      earlier: conversations
        .slice(0, mostEarlier)
        .map(({ id, at, by, notes }) => ({ id, at: at.toISOString(), by, notes })),
      promises: await listOpenPromises(tx, actor, { sealer, tenantId }),
      urgentNumbers: await readUrgentNumbers(tx, actor),
    }
  })
}

const spokenWith = ({ tenantId, campaignId, hasDied }: Row, whom: Whom) => ({
  tenantId,
  hasDied,
  target: 'targetId' in whom && campaignId ? { id: whom.targetId, campaignId } : null,
})

async function findRow(tx: Tx, actor: Actor, whom: Whom): Promise<Row | null> {
  if ('targetId' in whom && !(await mayOpen(tx, actor, whom.targetId))) return null
  const [row] = await tx.sql<Row>(sql`
    SELECT t.id AS "tenantId", g.campaign_id AS "campaignId", ${hasDied} AS "hasDied", ${nameColumns}, ${addressColumns}
    FROM tenant t LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id
    ${'targetId' in whom ? onList(whom.targetId) : onNoList(whom.tenantId)} AND t.corporation_id = ${actor.corporationId}::int`)
  return row ?? null
}

const onList = (targetId: string) =>
  sql`JOIN target g ON g.corporation_id = t.corporation_id AND g.tenant_id = t.id WHERE g.id = ${targetId}::uuid`
const onNoList = (tenantId: string) =>
  sql`CROSS JOIN (SELECT NULL::uuid AS campaign_id) g WHERE t.id = ${tenantId}::uuid`
