import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { insertAgency } from '#app/referrals/agencies.server.ts'
import { createReferral, type NewReferral } from '#app/referrals/create-referrals.server.ts'
import { uniqueName } from '#prisma/builders/unique.ts'

export const today = '2026-11-18'

export async function anAgency(actor: Actor, name = uniqueName('Wijkteam')): Promise<string> {
  const input = {
    name,
    helpsWith: 'Schulden',
    municipality: 'Breda',
    openingHours: 'ma en wo tot 12.00',
    phone: '0162 - 44 55 66',
    email: 'hulp@example.nl',
  }
  const answer = await inScope(actor, (tx) => insertAgency(tx, actor, input))
  if (!answer.ok) throw new Error(answer.reason)
  return answer.id
}

/** A referral this colleague promised and keeps, on 18 November 2026. */
export async function aReferral(actor: Actor, tenantId: string, overrides: Partial<NewReferral> = {}): Promise<string> {
  const agencyId = overrides.agencyId ?? (await anAgency(actor))
  const input = {
    tenantId,
    agencyId,
    question: 'Hulp bij de administratie',
    consent: true,
    ownerId: actor.accountId,
    today,
    ...overrides,
  } as const
  return inScope(actor, async (tx) =>
    createReferral(tx, actor, { sealer: await sealerFor(tx, actor.corporationId), input }),
  )
}
