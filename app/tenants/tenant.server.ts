import { recordAudit } from '#app/audit/record.server.ts'
import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { PersonName } from './names.ts'

export type TenantProfile = PersonName & {
  id: string
  number: string
  birthOn: string | null
  deceasedOn: string | null
  phones: { number: string; isStruck: boolean }[]
  email: string | null
  tenancyStartedOn: string | null
  householdSize: number | null
  isDoNotCall: boolean
  isGone: boolean
  isDeceased: boolean
  home: {
    street: string | null
    houseNumber: string | null
    addition: string | null
    postcode: string | null
    city: string | null
    number: string
    complex: string | null
  } | null
  others: (PersonName & { id: string })[]
}

export type Circumstances = {
  arrearsCents: number | null
  lastArrearsOn: string | null
  nuisanceReportedOn: string | null
  nuisanceCausedOn: string | null
}

type Row = Omit<TenantProfile, 'phones' | 'home' | 'others'> & {
  homeId: string | null
  landline: string | null
  mobile: string | null
  otherPhone: string | null
  struck: string[]
  home: TenantProfile['home']
}

/** One tenant as a coordinator sees them; arrears and nuisance are asked for apart. Null when there is none here. */
export async function findTenant(tx: Tx, scope: CorporationScope, tenantId: string): Promise<TenantProfile | null> {
  const [row] = await tx.sql<Row>(sql`
    SELECT t.id, t.number, t.sex, t.initials, t.first_name AS "firstName", t.infix, t.last_name AS "lastName", t.birth_on::text AS "birthOn",
      t.deceased_on::text AS "deceasedOn", t.landline, t.mobile, t.other_phone AS "otherPhone", t.email, t.tenancy_started_on::text AS "tenancyStartedOn",
      t.household_size AS "householdSize", (t.is_do_not_call OR t.objected_at IS NOT NULL) AS "isDoNotCall",
      (t.gone_since IS NOT NULL OR t.reported_moved_at IS NOT NULL) AS "isGone", (t.deceased_on IS NOT NULL OR t.reported_deceased_at IS NOT NULL) AS "isDeceased",
      t.home_id AS "homeId", ARRAY(SELECT s.number FROM number_strike s WHERE s.corporation_id = t.corporation_id AND s.tenant_id = t.id) AS struck,
      CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('street', h.street, 'houseNumber', h.house_number, 'addition', h.addition,
        'postcode', h.postcode, 'city', h.city, 'number', h.number, 'complex', h.complex) END AS home
    FROM tenant t LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id
    WHERE t.corporation_id = ${scope.corporationId}::int AND t.id = ${tenantId}::uuid`)
  if (!row) return null
  const { homeId, landline, mobile, otherPhone, struck, ...profile } = row
  await recordAudit(tx, scope, { action: 'tenant:viewed', subject: 'tenant', subjectId: tenantId })
  const numbers = [...new Set([landline, mobile, otherPhone].filter((number) => number !== null))]
  return {
    ...profile,
    phones: numbers.map((number) => ({ number, isStruck: struck.includes(number) })),
    others: homeId ? await othersAt(tx, scope, homeId, tenantId) : [],
  }
}

function othersAt(tx: Tx, { corporationId }: CorporationScope, homeId: string, tenantId: string) {
  return tx.sql<TenantProfile['others'][number]>(sql`
    SELECT id, sex, initials, first_name AS "firstName", infix, last_name AS "lastName" FROM tenant
    WHERE corporation_id = ${corporationId}::int AND home_id = ${homeId}::uuid AND id <> ${tenantId}::uuid AND gone_since IS NULL
    ORDER BY birth_on NULLS LAST, id`)
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
