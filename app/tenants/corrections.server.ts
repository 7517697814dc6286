import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { NotTaken } from '#app/lists/steps.ts'
import { type SteppedTable, type Taken, takeStep } from '#app/lists/take-step.server.ts'
import { nameColumns } from './addressee-columns.server.ts'
import { type CorrectionState, type CorrectionStep, correctionSteps } from './correction-steps.ts'
import type { PersonName } from './names.ts'

export type OpenCorrection = PersonName & {
  id: string
  tenantId: string
  tenantNumber: string
  field: string
  listValue: string | null
  value: string | null
  at: Date
  by: string
  /** Since they told us a list came that says a third thing: what it said before. */
  isContested: boolean
  listedBefore: string | null
  processedAt: Date | null
  processedBy: string | null
}

const longestList = 5_000

/** What tenants told us that the list does not say yet (mutatielijst), oldest first. */
export async function listCorrections(tx: Tx, scope: CorporationScope): Promise<OpenCorrection[]> {
  const corrections = await tx.sql<OpenCorrection>(sql`
    SELECT k.id, t.id AS "tenantId", t.number AS "tenantNumber", ${nameColumns}, k.field,
      k.list_value AS "listValue", k.value, k.at, coalesce(a.name, '') AS by,
      k.list_value IS DISTINCT FROM k.listed_before AS "isContested", k.listed_before AS "listedBefore",
      k.processed_at AS "processedAt", (SELECT b.name FROM account b WHERE b.id = k.processed_by) AS "processedBy"
    FROM tenant_correction k
    JOIN tenant t ON t.corporation_id = k.corporation_id AND t.id = k.tenant_id
    LEFT JOIN account a ON a.id = k.account_id
    WHERE k.corporation_id = ${scope.corporationId}::int AND k.agreed_at IS NULL AND k.replaced_at IS NULL
    ORDER BY k.at, k.id LIMIT ${longestList}::int`)
  await recordAudit(tx, scope, {
    action: 'corrections:viewed',
    subject: 'tenant_correction',
    details: { shown: corrections.length },
  })
  return corrections
}

type SteppedCorrection = { id: string; state: CorrectionState }

const corrections: SteppedTable<SteppedCorrection> = {
  table: sql`tenant_correction`,
  subject: 'tenant_correction',
  state: sql`CASE WHEN r.processed_at IS NULL THEN 'open' ELSE 'processed' END`,
  announce: async () => undefined,
}

/** Only of what still waits for the list. */
export const stepCorrection = (actor: Actor, id: string, step: CorrectionStep): Promise<Taken | NotTaken> =>
  inScope(actor, (tx) =>
    takeStep<SteppedCorrection>({ tx, scope: actor }, corrections, {
      step: correctionSteps[step],
      ids: [id],
      input: { by: actor.accountId },
      visible: sql`r.corporation_id = ${actor.corporationId}::int AND r.agreed_at IS NULL AND r.replaced_at IS NULL`,
    }),
  )
