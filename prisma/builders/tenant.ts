import { type CorporationScope, inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { unique } from './unique.ts'

type TenantWishes = Partial<Omit<Prisma.TenantUncheckedCreateInput, 'corporationId'>>
type HomeWishes = Partial<Omit<Prisma.HomeUncheckedCreateInput, 'corporationId'>>

export async function aHome(scope: CorporationScope, wishes: HomeWishes = {}): Promise<{ id: string; number: string }> {
  const home = {
    id: uuidV7(),
    number: unique('VHE'),
    street: 'Molenweg',
    houseNumber: '12',
    postcode: '4901 AB',
    city: 'Oosterhout',
    complex: 'C001',
    ...wishes,
  }
  await inScope(scope, (tx) => tx.home.create({ data: { corporationId: scope.corporationId, ...home } }))
  return home
}

/** Mevrouw Van der Kuipers of 84, with two working numbers, in a home of her own unless told otherwise. */
export async function aTenant(
  scope: CorporationScope,
  wishes: TenantWishes = {},
): Promise<{ id: string; number: string; homeId: string | null }> {
  const homeId = wishes.homeId === undefined ? (await aHome(scope)).id : wishes.homeId
  const tenant = {
    id: uuidV7(),
    number: unique('H'),
    sex: 'V',
    initials: 'A.',
    infix: 'van der',
    lastName: 'Kuipers',
    birthOn: new Date('1942-03-14'),
    landline: '+31162412233',
    mobile: '+31612345678',
    tenancyStartedOn: new Date('1998-05-01'),
    householdSize: 1,
    ...wishes,
    homeId,
  }
  await inScope(scope, (tx) => tx.tenant.create({ data: { corporationId: scope.corporationId, ...tenant } }))
  return tenant
}
