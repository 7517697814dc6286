import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { addDeskMember } from '#app/accounts/desk-members.server.ts'
import type { DeskRole } from '#app/accounts/roles.ts'
import { systemDeskScope, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { addDesk, type Desk, letDeskServe } from '#app/desks/desks.server.ts'
import { uniqueName } from './unique.ts'

/** A desk that answers for these corporations from now on. */
export async function aDesk(
  corporations: readonly Corporation[],
  { name = 'Meldkamer Noord' }: { name?: string } = {},
): Promise<Desk> {
  const answer = await addDesk({ slug: uniqueName('meldkamer'), name })
  if (!answer.ok) throw new Error(answer.reason)
  const from = new Date(Date.now() - 60_000)
  for (const { id } of corporations) await letDeskServe(systemScope(id), answer.desk.id, { from, until: null })
  return answer.desk
}

type Overrides = { role?: DeskRole; name?: string; corporations?: readonly Corporation[]; password?: string }

/** Somebody of the desk, ready to act. */
export async function aDeskActor(
  desk: Desk,
  { role = 'operator', name = 'Yasmin Bakker', corporations = [], password }: Overrides = {},
): Promise<DeskActor> {
  const email = `${uniqueName('centralist')}@example.nl`
  const answer = await addDeskMember(systemDeskScope(desk.id), { email, name, role, password })
  if (!answer.ok) throw new Error(answer.reason)
  return {
    as: 'desk',
    deskId: desk.id,
    corporationIds: corporations.map(({ id }) => id),
    accountId: answer.accountId,
    role,
    name,
    email,
    timeZone: desk.timeZone,
    language: 'nl',
    deskName: desk.name,
  }
}
