import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { notesColumn } from '#app/contacts/save-record.server.ts'
import { inScope, systemScope } from '#app/core/scope.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { aContact } from '#prisma/builders/contact.ts'
import { asSuperuser } from '#tests/support/database.ts'

type Values = Record<string, string | number | boolean | Date | null>

/** A contact that came at a moment, with whatever stands in its row now. */
export async function aNightContact(
  operator: DeskActor,
  place: { corporationId: number; lineId: string },
  { at, notes, ...values }: { at: Date; notes?: string } & Values,
): Promise<string> {
  const id = await aContact(operator, { ...place, arrivedAt: at, phone: (values.phone as string) ?? null })
  const sealed = notes
    ? await inScope(systemScope(place.corporationId), async (tx) =>
        (await sealerFor(tx, place.corporationId)).seal(notesColumn(id), notes),
      )
    : null
  const row = { ...values, notes_sealed: sealed }
  const columns = Object.keys(row)
  await asSuperuser(
    `UPDATE desk_contact SET ${columns.map((column, index) => `${column} = $${index + 2}`).join(', ')} WHERE id = $1`,
    [id, ...Object.values(row)],
  )
  return id
}
