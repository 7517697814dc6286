import { z } from 'zod'

const optional = <Kind extends z.ZodType>(kind: Kind) => kind.nullable().catch(null)

/** What of the log is asked for; all of it stands in the address. Anything odd in there asks for nothing. */
const auditFilter = z.object({
  person: optional(z.uuid()),
  /** A noun, `tenant`, or what was done with it, `tenant:viewed`. */
  action: optional(z.string().regex(/^[a-z_-]+(:[a-z-]+)?$/)),
  subject: optional(z.uuid()),
  /** A tenant by their own number: everything about them. */
  tenant: optional(
    z
      .string()
      .trim()
      .regex(/^[^\0]{1,60}$/),
  ),
  from: optional(z.iso.date()),
  until: optional(z.iso.date()),
})
export type AuditFilter = z.output<typeof auditFilter>

const names = Object.keys(auditFilter.shape) as (keyof AuditFilter)[]

export const readAuditFilter = (parameters: URLSearchParams): AuditFilter =>
  auditFilter.parse(Object.fromEntries(names.map((name) => [name, parameters.get(name)])))

export function auditAddress(filter: AuditFilter, more: Record<string, string> = {}, path = '/audit'): string {
  const set = names.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []))
  const query = new URLSearchParams({ ...Object.fromEntries(set), ...more }).toString()
  return query ? `${path}?${query}` : path
}
