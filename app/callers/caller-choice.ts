import type { FormFields } from '#app/core/form-fields.ts'

/** Whom an operator says they have on the line. */
export type CallerChoice =
  | { is: 'tenant'; tenantId: string }
  /** About a home in which nobody is known, or of which nobody rings. */
  | { is: 'home'; homeId: string }
  | { is: 'not-a-tenant' }
  | { is: 'no-name' }
  /** Not them after all. */
  | { is: 'undone' }

/** The two lists of the panel: by number, and found by what was typed. */
export const choiceFields = { recognised: 'caller', found: 'foundCaller' } as const
export const tenantValue = (id: string) => `tenant:${id}`
export const homeValue = (id: string) => `home:${id}`

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const withoutId = ['not-a-tenant', 'no-name', 'undone'] as const

/** What was posted from the panel of a caller; null when nobody was ticked. */
export function readCallerChoice(form: Pick<FormFields, 'get'>): CallerChoice | null {
  const value = form.get(choiceFields.recognised) ?? form.get(choiceFields.found)
  if (typeof value !== 'string') return null
  const bare = withoutId.find((one) => one === value)
  if (bare) return { is: bare }
  const [kind, id = ''] = value.split(':')
  if (!uuid.test(id)) return null
  if (kind === 'tenant') return { is: 'tenant', tenantId: id }
  return kind === 'home' ? { is: 'home', homeId: id } : null
}
