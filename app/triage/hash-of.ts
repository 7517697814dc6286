import { createHash } from 'node:crypto'
import { canonical } from './canonical.ts'

/** SHA-256 of it, in hex: by which a text, a base or a version is known again. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex')
