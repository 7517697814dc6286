import type { Actor } from '#app/accounts/authorize.server.ts'
import type { AuditAction, AuditSubject } from '#app/audit/audit-words.ts'
import { newsByTopic } from '#app/claims/announce-claim.server.ts'
import { claim } from '#app/claims/claim.server.ts'
import { type Claim, type ClaimKind, claimEnds, fenceHolds, rowOf } from '#app/claims/claim-kind.ts'
import { claimStatement, firstFree, ownClaim, thisOne } from '#app/claims/claim-statement.ts'
import type { DraftFields } from '#app/claims/draft-fields.ts'
import { submitClaimed } from '#app/claims/submit-claimed.server.ts'
import { liveTopicOf } from '#app/core/live-topic.ts'
import type { SqlTx } from '#app/core/scope.server.ts'
import { rawSql, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { asSuperuser } from '../support/database.ts'

/** A table that the product does not have: somebody waits at a desk to be helped, and whoever helps has a minute. */
const tables = `
  CREATE TABLE contact_sample (
    corporation_id int NOT NULL, id uuid NOT NULL, desk_id uuid NOT NULL, state text NOT NULL DEFAULT 'waiting',
    is_urgent boolean NOT NULL DEFAULT false, waiting_since timestamptz NOT NULL DEFAULT clock_timestamp(), summary text, times_closed int NOT NULL DEFAULT 0,
    claimed_by uuid, lease_until timestamptz, fence int NOT NULL DEFAULT 0, holder uuid,
    PRIMARY KEY (corporation_id, id));
  CREATE UNIQUE INDEX contact_sample_one_claim_per_agent ON contact_sample (corporation_id, claimed_by) WHERE claimed_by IS NOT NULL;
  CREATE TABLE contact_sample_draft (
    corporation_id int NOT NULL, contact_id uuid NOT NULL, account_id uuid NOT NULL, sealed bytea NOT NULL, form_key uuid, saved_at timestamptz(3) NOT NULL,
    written_by uuid,
    PRIMARY KEY (corporation_id, contact_id, account_id));
  SELECT protect_by_corporation('contact_sample'), protect_by_corporation('contact_sample_draft');`

export const useContacts = () => asSuperuser(tables)

// The log has no words for what is only in this test.
const subject = 'contact-sample' as AuditSubject
const logged = (step: string) => `contact-sample:${step}` as AuditAction

export const contactClaims: ClaimKind = {
  table: 'contact_sample',
  owner: 'corporation',
  states: rawSql("('waiting', 'calling-back')"),
  lease: sql`interval '60 seconds'`,
  mayReturn: () => sql`true`,
  claimantName: sql`(SELECT a.name FROM account a WHERE a.id = g.claimed_by)`,
  news: newsByTopic('desk_id', liveTopicOf('desk')),
  drafts: {
    table: 'contact_sample_draft',
    column: 'contact_id',
    keepable: (draftFields) => draftFields,
    joined: (own, other) => ({ summary: [...(other.summary ?? []), ...(own.summary ?? [])] }),
  },
  audit: {
    subject,
    claimed: logged('claimed'),
    resumed: logged('resumed'),
    released: logged('released'),
    lapsed: logged('lapsed'),
    discarded: logged('discarded'),
  },
}

// $3: the desk
const nextContact = claimStatement(contactClaims, {
  name: 'next-contact',
  steps: [
    ownClaim,
    firstFree(contactClaims, {
      where: "g.desk_id = $3::uuid AND g.state = 'waiting'",
      orderBy: 'g.is_urgent DESC, g.waiting_since, g.id',
    }),
  ],
})
// $3: the contact · $4: the desk it must be at
const takeContact = claimStatement(contactClaims, {
  name: 'take-contact',
  steps: [thisOne(contactClaims, '$3::uuid')],
  mayClaim: 'g.desk_id = $4::uuid',
})

export const next = (agent: Actor, desk: string) => claim(agent, nextContact, [desk])
export const take = (agent: Actor, id: string, desk: string) => claim(agent, takeContact, [id, desk])

/** A contact that is in the hands of this agent now. */
export async function claimed(agent: Actor, desk: string): Promise<Claim> {
  const answer = await next(agent, desk)
  if (answer.is !== 'claimed') throw new Error(answer.is)
  return { kind: contactClaims, id: answer.id, fence: answer.fence }
}

type ContactOptions = { isUrgent?: boolean; minutes?: number }

/** Somebody who waits at a desk, since so many minutes. */
export async function aContact(agent: Actor, desk: string, { isUrgent = false, minutes = 0 }: ContactOptions = {}) {
  const id = uuidV7()
  await asSuperuser(
    "INSERT INTO contact_sample (corporation_id, id, desk_id, is_urgent, waiting_since) VALUES ($1, $2, $3, $4, clock_timestamp() - $5 * interval '1 minute')",
    [agent.corporationId, id, desk, isUrgent, minutes],
  )
  return id
}

type ContactRow = {
  state: string
  claimed_by: string | null
  lease_until: Date | null
  fence: number
  holder: string | null
  summary: string | null
  times_closed: number
}

export async function contactRow(id: string): Promise<ContactRow> {
  const [row] = await asSuperuser<ContactRow>('SELECT * FROM contact_sample WHERE id = $1', [id])
  if (!row) throw new Error('There is no such contact.')
  return row
}

export const lapse = (id: string) =>
  asSuperuser("UPDATE contact_sample SET lease_until = clock_timestamp() - interval '1 second' WHERE id = $1", [id])

type Closing = { key: string; summary: string; draftFields: DraftFields; basedOn?: string | null }

/** Ends a contact; without a summary it is refused. */
export function close(agent: Actor, contact: Claim, { key, summary, draftFields, basedOn }: Closing) {
  return submitClaimed(
    agent,
    { ...contact, key, draftFields, basedOn, operation: 'contact:close' },
    {
      lock: async (tx) => {
        const [row] = await tx.sql(
          sql`SELECT g.id FROM ${rowOf(agent, contact)} AND ${fenceHolds(agent, contact.fence)} AND g.state IN ${contactClaims.states} FOR UPDATE`,
        )
        return row ?? null
      },
      save: (tx) => writeSummary(tx, agent, contact, summary),
    },
  )
}

async function writeSummary(tx: SqlTx, { corporationId }: Actor, { id }: Claim, summary: string) {
  if (summary === '') return { ok: false, reason: 'summary-required' } as const
  const [closed] = await tx.sql<{ times: number }>(sql`
    UPDATE contact_sample SET state = 'closed', summary = ${summary}, times_closed = times_closed + 1, ${claimEnds}
    WHERE corporation_id = ${corporationId}::int AND id = ${id}::uuid RETURNING times_closed AS times`)
  return { ok: true, times: closed?.times } as const
}
