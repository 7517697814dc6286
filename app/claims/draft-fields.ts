/** All that stands in the form: name to what was typed or chosen. What a draft keeps. */
export type DraftFields = Record<string, string[]>

/** Names that belong to one opening of the form, not to what was typed. */
const notTyped = new Set(['key', 'fence', 'startedAt', 'afterwards'])

export function typedIn(form: FormData): DraftFields {
  const typed: DraftFields = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && !notTyped.has(name)) typed[name] = [...(typed[name] ?? []), value]
  }
  return typed
}

export const first = (typed: DraftFields, name: string): string => typed[name]?.[0] ?? ''
export const last = (typed: DraftFields, name: string): string => typed[name]?.at(-1) ?? ''
export const isTicked = (typed: DraftFields, name: string): boolean => (typed[name]?.length ?? 0) > 0
