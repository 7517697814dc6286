import { type CorporationScope, inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { uniqueName } from './unique.ts'

type TenantOverrides = Partial<Omit<Prisma.TenantUncheckedCreateInput, 'corporationId'>>
type HomeOverrides = Partial<Omit<Prisma.HomeUncheckedCreateInput, 'corporationId'>>

export async function aHome(
  scope: CorporationScope,
  overrides: HomeOverrides = {},
): Promise<{ id: string; number: string }> {
  const home = {
    id: uuidV7(),
    number: uniqueName('VHE'),
    street: 'Molenweg',
    houseNumber: '12',
    postcode: '4901 AB',
    city: 'Oosterhout',
    complex: 'C001',
    ...overrides,
  }
  await inScope(scope, (tx) => tx.home.create({ data: { corporationId: scope.corporationId, ...home } }))
  return home
}

/** Mevrouw Van der Kuipers of 84, with two working numbers, in a home of her own unless told otherwise. */
export async function aTenant(
  scope: CorporationScope,
  overrides: TenantOverrides = {},
): Promise<{ id: string; number: string; homeId: string | null }> {
  const homeId = overrides.homeId === undefined ? (await aHome(scope)).id : overrides.homeId
  const tenant = {
    id: uuidV7(),
    number: uniqueName('H'),
    sex: 'V',
    initials: 'A.',
    infix: 'van der',
    lastName: 'Kuipers',
    birthOn: new Date('1942-03-14'),
    landline: '+31162412233',
    mobile: '+31612345678',
    tenancyStartedOn: new Date('1998-05-01'),
    householdSize: 1,
    ...overrides,
    homeId,
  }
  await inScope(scope, (tx) => tx.tenant.create({ data: { corporationId: scope.corporationId, ...tenant } }))
  return tenant
}
