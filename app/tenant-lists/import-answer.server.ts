import { redirect } from '@remix-run/node'
import { notFound } from '#app/core/http-errors.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { isUuid } from '#app/core/uuid.server.ts'

/** The import an address speaks of: 404 when there is none of this corporation. */
export async function importIn(scope: CorporationScope, params: { importId?: string }): Promise<string> {
  const id = params.importId ?? ''
  const found = isUuid(id)
    ? await inScopeSql(scope, (tx) =>
        tx.sql(
          sql`SELECT 1 FROM tenant_import WHERE corporation_id = ${scope.corporationId}::int AND id = ${id}::uuid`,
        ),
      )
    : []
  if (found.length === 0) throw notFound()
  return id
}

/** Back to the page of the import; a refusal goes along as a code. */
export function backTo(importId: string, answer: { ok: true } | { ok: false; reason: string }, step?: 'columns') {
  const search = new URLSearchParams({ ...(step ? { step } : {}), ...(answer.ok ? {} : { refused: answer.reason }) })
  return redirect(`/imports/${importId}${search.size > 0 ? `?${search}` : ''}`)
}
