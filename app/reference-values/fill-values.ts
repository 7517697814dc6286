import { isValueKey, type ValueKey, valueTypeOf } from './value-keys.ts'

/** A piece of a text for a caller: words as they were written, or what stands in the place of a key. */
export type FilledPart =
  | { kind: 'written'; text: string }
  /** `number` as it is dialled, `text` as it is read aloud. */
  | { kind: 'phone'; key: ValueKey; number: string; text: string }
  | { kind: 'amount' | 'text'; key: ValueKey; text: string }
  /** The corporation has not filled it in. */
  | { kind: 'missing'; key: ValueKey }

type Shown = ReadonlyMap<ValueKey, { value: string; text: string }>

const placeholder = /\{([a-z][a-z0-9-]*)\}/g

/**
 * The text with each `{key}` replaced by what holds for it; what stands between braces and is no key stays as it is.
 *
 */
export function fillValues(text: string, values: Shown): FilledPart[] {
  const parts: FilledPart[] = []
  let written = ''
  // The odd ones are what stood between braces.
  text.split(placeholder).forEach((piece, index) => {
    if (index % 2 === 0) written += piece
    else if (!isValueKey(piece)) written += `{${piece}}`
    else {
      if (written !== '') parts.push({ kind: 'written', text: written })
      written = ''
      parts.push(partOf(piece, values))
    }
  })
  if (written !== '') parts.push({ kind: 'written', text: written })
  return parts
}

function partOf(key: ValueKey, values: Shown): FilledPart {
  const held = values.get(key)
  if (!held) return { kind: 'missing', key }
  const type = valueTypeOf(key)
  if (type === 'phone') return { kind: 'phone', key, number: held.value, text: held.text }
  return { kind: type, key, text: held.text }
}

/**
 * What stands between braces in a text, each once, in order; also what is no key: `isValueKey` tells.
 */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(placeholder)].map(([, key = '']) => key)),
]
