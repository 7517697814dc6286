import { claimEnds } from '#app/claims/claim-kind.ts'
import { sql } from '#app/core/sql.ts'
import { noteRungBack, promiseOutside } from '#app/triage/judge-run.server.ts'
import type { AtContact } from './at-contact.ts'
import { changeHeld, type InHands } from './held-contact.server.ts'
import { raiseToDanger } from './judge-contact.server.ts'
import { writeReached } from './ring-back.server.ts'
import { addStep } from './steps.server.ts'

/** After so many minutes somebody who did not pick up outside is rung again. */
const againMinutes = 1

/**
 * They hang up and go outside, where they are rung after the minutes of the protocol: until then by whoever sent them, and
 * by whoever is there when that moment has passed. It is danger, whatever was made of it.
 */
export const sendOutside = (actor: AtContact, { contactId, fence }: InHands) =>
  changeHeld(actor, { contactId, fence }, async (tx, held) => {
    // They are rung already, at a moment that nobody moves.
    if (held.state === 'call-back') return { ok: true } as const
    if (!held.phone) return { ok: false, reason: 'phone-required' } as const
    const promised = await promiseOutside(tx, actor, { contactId })
    if (!promised.ok) return promised
    const due = promised.run.ringBackAt
    await tx.sql(sql`
      UPDATE desk_contact SET state = 'call-back', due_at = ${due}::timestamptz, owner_id = ${actor.accountId}::uuid, tries = 0,
        offered_to = NULL, offered_at = NULL, offer_sealed = NULL, ${claimEnds}
      WHERE corporation_id = ${actor.corporationId}::int AND id = ${contactId}::uuid`)
    await raiseToDanger(tx, actor, held)
    const details = { due: due?.toISOString() ?? null, by: 'outside' }
    await addStep(tx, actor, { contactId, kind: 'call-back-promised', details })
    return { ok: true } as const
  })

/** They are on the phone, outside. */
export const reachOutside = (actor: AtContact, { contactId, fence }: InHands) =>
  changeHeld(actor, { contactId, fence }, async (tx, held) => {
    if (held.state !== 'call-back') return { ok: true } as const
    await writeReached(tx, actor, held)
    await noteRungBack(tx, actor, { contactId })
    return { ok: true } as const
  })

/** Nobody picked up outside: again in a minute, for as long as it takes. */
export const missOutside = (actor: AtContact, { contactId, fence }: InHands) =>
  changeHeld(actor, { contactId, fence }, async (tx, { state, tries }) => {
    if (state !== 'call-back') return { ok: true } as const
    const [row] = await tx.sql<{ due: Date }>(sql`
      UPDATE desk_contact SET due_at = clock_timestamp() + make_interval(mins => ${againMinutes}::int), tries = least(tries + 1, 99), ${claimEnds}
      WHERE corporation_id = ${actor.corporationId}::int AND id = ${contactId}::uuid RETURNING due_at AS due`)
    const details = { reached: false, tries: tries + 1, due: row?.due.toISOString() ?? null }
    await addStep(tx, actor, { contactId, kind: 'call-back-tried', details })
    return { ok: true } as const
  })
