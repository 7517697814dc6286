import { z } from 'zod'
import { holdsNoBsn } from '#imports/typed-bsn.ts'

const segmentName = z.string().trim().min(1, 'required').max(80, 'too-long').refine(holdsNoBsn, 'bsn')
const key = z.uuid('required')

/** `criteria` comes in the encoded form of `encode-criteria.ts`; `key` makes a second click give the first answer. */
export const segmentForm = z.object({ name: segmentName, criteria: z.string().max(20_000), key })
export const renameForm = z.object({ name: segmentName })
