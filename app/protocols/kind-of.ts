import { notFound } from '#app/core/http-errors.ts'
import { type TriageKind, triageKinds } from '#app/triage/kinds.ts'

/** The kind in an address. Throws 404 when it is none. */
export function kindOf(params: { kind?: string }): TriageKind {
  const kind = triageKinds.find((known) => known === params.kind)
  if (!kind) throw notFound()
  return kind
}
