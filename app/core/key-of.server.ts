import { createHash } from 'node:crypto'

/** A UUID that is the same for the same content and another for any other: the key of a write that says all of it. */
export function keyOf(content: unknown): string {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
