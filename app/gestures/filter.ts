import { z } from 'zod'
import { type GestureState, gestureStates } from './gesture-state.ts'
import { type GestureKind, gestureKinds } from './schema.ts'

export const perPage = 100

/** What the list shows: every part stands in the URL. */
const filterSchema = z.object({
  state: z.enum(gestureStates).catch('requested'),
  kind: z.enum(['any', ...gestureKinds]).catch('any'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type GestureFilter = z.infer<typeof filterSchema>

export type GestureCounts = {
  state: Record<GestureState, number>
  kind: Record<'any' | GestureKind, number>
  total: number
}

/** Anything odd in the address falls back to the usual. */
export const readFilter = (parameters: URLSearchParams): GestureFilter =>
  filterSchema.parse(Object.fromEntries(parameters))

const usual: GestureFilter = { state: 'requested', kind: 'any', page: 1 }

/** The address of the list with one part changed; a changed part begins at the first page. */
export function filterLink(filter: GestureFilter, change: Partial<GestureFilter>): string {
  const parts = Object.entries({ ...filter, page: 1, ...change }).filter(
    ([name, value]) => value !== usual[name as keyof GestureFilter],
  )
  const query = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString()
  return query ? `/gestures?${query}` : '/gestures'
}
