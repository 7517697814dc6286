import { addMember } from '#app/accounts/accounts.server.ts'
import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Role } from '#app/accounts/roles.ts'
import { systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { uniqueName } from './unique.ts'

type Overrides = { role?: Role; name?: string; email?: string; passwordHash?: string }

/** A colleague of the corporation, ready to act. */
export async function anActor(
  corporation: Corporation,
  { role = 'coordinator', name = 'Sanne Visser', email, passwordHash }: Overrides = {},
): Promise<Actor> {
  const address = email ?? `${uniqueName('collega')}@example.nl`
  const answer = await addMember(systemScope(corporation.id), {
    email: address,
    name,
    role,
    passwordHash: passwordHash ?? null,
  })
  if (!answer.ok) throw new Error(answer.reason)
  return {
    corporationId: corporation.id,
    as: 'member',
    accountId: answer.accountId,
    role,
    name,
    email: address,
    timeZone: corporation.timeZone,
    language: 'nl',
    corporationName: corporation.name,
  }
}
