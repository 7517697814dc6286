import { type ValueKey, valueKeys } from './value-keys.ts'

/** What holds for a key; both null when it is not filled in. */
export type ToldValue = { key: ValueKey; value: string | null; text: string | null }

/** Every key in its order. */
export const toldValues = (values: ReadonlyMap<ValueKey, { value: string; text: string }>): ToldValue[] =>
  valueKeys.map((key) => {
    const { value, text } = values.get(key) ?? { value: null, text: null }
    return { key, value, text }
  })
