import type { ValueKey } from './value-keys.ts'

/** A number to ring: as it is dialled, and as it is read. */
export type ShownPhone = { key: ValueKey; number: string; text: string }

/** The numbers of these keys that hold, in that order; the others have none. */
export const phonesOf = (
  values: ReadonlyMap<ValueKey, { value: string; text: string }>,
  keys: readonly ValueKey[],
): ShownPhone[] =>
  keys.flatMap((key) => {
    const held = values.get(key)
    return held ? [{ key, number: held.value, text: held.text }] : []
  })
