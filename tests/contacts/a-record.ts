import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { claimContact } from '#app/contacts/claim-contact.server.ts'
import { type RecordInput, recordSchema } from '#app/contacts/record-schema.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import type { LineKind } from '#app/lines/line.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { asSuperuser } from '#tests/support/database.ts'

type Options = { kind?: LineKind; phone?: string | null }

/** A contact in somebody's hands, with what they need to go on with it. */
export async function aHeldContact(actor: DeskActor, { id: corporationId }: Corporation, options: Options = {}) {
  const { kind = 'urgent-repairs', phone = '+31612345678' } = options
  const contactId = await aContact(actor, { corporationId, lineId: await aLine(corporationId, kind), phone })
  const claim = await claimContact(actor, contactId)
  if (!claim.ok) throw new Error(claim.reason)
  return { contactId, fence: claim.fence, at: { ...actor, corporationId } }
}

/** What an operator sends when they save. */
export function aRecord(fields: Partial<Record<keyof RecordInput, unknown>> & { fence: number }): RecordInput {
  return recordSchema.parse({ key: uuidV7(), notes: 'Lekkage onder de gootsteen.', result: 'solved', ...fields })
}

type Row = {
  state: string
  kind: string | null
  urgency: number
  outcome: string | null
  claimed_by: string | null
  holder: string | null
  owner_id: string | null
  due_at: Date | null
  closed_at: Date | null
  tries: number
  fence: number
  phone: string | null
  fell_away: string | null
  tenant_id: string | null
  home_id: string | null
  is_danger: boolean | null
  danger_sign: string | null
  place_sealed: Uint8Array | null
  is_anonymous: boolean
  offered_to: string | null
  notes_sealed: Uint8Array | null
  anonymised_at: Date | null
}

export async function rowOf(id: string): Promise<Row> {
  const [row] = await asSuperuser<Row>('SELECT * FROM desk_contact WHERE id = $1', [id])
  if (!row) throw new Error('There is no such contact.')
  return row
}

export const stepsOf = async (id: string): Promise<string[]> =>
  (
    await asSuperuser<{ kind: string }>('SELECT kind FROM contact_step WHERE contact_id = $1 ORDER BY at, id', [id])
  ).map(({ kind }) => kind)
