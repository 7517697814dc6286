import { z } from 'zod'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { bringsOwnKey, exchangeKinds } from './exchange.ts'

const name = z.string().trim().min(1, 'required').max(100, 'too-long').refine(holdsNoBsn, 'bsn')
const key = z.string().trim().max(200, 'too-long').default('')

/** `key`: the token or public key of a kind that brings its own. */
export const exchangeForm = z
  .object({ name, kind: z.enum(exchangeKinds, 'kind'), key })
  .refine(({ kind, key }) => !bringsOwnKey(kind) || key.length >= 16, { path: ['key'], message: 'key' })
