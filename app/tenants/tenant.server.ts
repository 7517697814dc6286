import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { dayOf } from '#app/time/clock.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { type ContactStatus, contactFields, contactStatus } from './contact-status.ts'
import { type Housemate, listHousemates } from './housemates.server.ts'
import type { PersonName } from './names.ts'
import { phoneFields, phonesOf } from './phone-numbers.ts'

export type TenantProfile = PersonName &
  ContactStatus & {
    id: string
    number: string
    birthOn: string | null
    /** In E.164. `isToDial`: works, and may be rung to keep a promise, which is wider than callable for a campaign. */
    phones: ReturnType<typeof phonesOf>
    email: string | null
    tenancyStartedOn: string | null
    householdSize: number | null
    home: Prisma.HomeGetPayload<{ select: typeof homeFields }> | null
    others: Housemate[]
  }

const homeFields = {
  id: true,
  street: true,
  houseNumber: true,
  addition: true,
  postcode: true,
  city: true,
  number: true,
  complex: true,
} as const
const tenantFields = {
  id: true,
  number: true,
  sex: true,
  initials: true,
  firstName: true,
  infix: true,
  lastName: true,
  birthOn: true,
  email: true,
  tenancyStartedOn: true,
  householdSize: true,
  homeId: true,
  home: { select: homeFields },
  ...phoneFields,
  ...contactFields,
} as const

export type Circumstances = {
  arrearsCents: number | null
  lastArrearsOn: string | null
  nuisanceReportedOn: string | null
  nuisanceCausedOn: string | null
}

type TenantQuery = { tenantId: string; today: string }

/**
 * One tenant as a coordinator sees them; arrears and nuisance are asked for apart. Null when there is none here. `today`
 * in the corporation's zone.
 */
export async function findTenant(tx: Tx, scope: CorporationScope, query: TenantQuery): Promise<TenantProfile | null> {
  const { tenantId, today } = query
  const { corporationId } = scope
  const row = await tx.tenant.findUnique({
    where: { corporationId_id: { corporationId, id: tenantId } },
    select: tenantFields,
  })
  if (!row) return null
  await recordAudit(tx, scope, { action: 'tenant:viewed', subject: 'tenant', subjectId: tenantId })
  const { id, number, sex, initials, firstName, infix, lastName, email, householdSize, home, homeId } = row
  const status = contactStatus(row, today)
  return {
    ...{ id, number, sex, initials, firstName, infix, lastName, email, householdSize, home },
    ...status,
    birthOn: row.birthOn && dayOf(row.birthOn),
    tenancyStartedOn: row.tenancyStartedOn && dayOf(row.tenancyStartedOn),
    phones: phonesOf(row, status),
    others: homeId ? await listHousemates(tx, scope, { homeId, tenantId, today }) : [],
  }
}

/** Needs tenant:read-circumstances. */
export async function findCircumstances(
  tx: Tx,
  scope: CorporationScope,
  tenantId: string,
): Promise<Circumstances | null> {
  const [row] = await tx.sql<Circumstances>(sql`
    SELECT arrears_cents AS "arrearsCents", last_arrears_on::text AS "lastArrearsOn", nuisance_reported_on::text AS "nuisanceReportedOn",
      nuisance_caused_on::text AS "nuisanceCausedOn"
    FROM tenant_circumstance WHERE corporation_id = ${scope.corporationId}::int AND tenant_id = ${tenantId}::uuid`)
  await recordAudit(tx, scope, { action: 'tenant:circumstances-viewed', subject: 'tenant', subjectId: tenantId })
  return row ?? null
}
