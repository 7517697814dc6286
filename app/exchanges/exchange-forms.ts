import { z } from 'zod'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { anyNumber, bringsOwnKey, type ExchangeKind, exchangeKinds } from './exchange.ts'

const name = z.string().trim().min(1, 'required').max(100, 'too-long').refine(holdsNoBsn, 'bsn')
const key = z.string().trim().max(200, 'too-long').default('')

/** `key`: the token or public key of a kind that brings its own. */
export const exchangeForm = z
  .object({ name, kind: z.enum(exchangeKinds, 'kind'), key })
  .refine(({ kind, key }) => isKeyFor(kind, key), { path: ['key'], message: 'key' })

export const keyFor = (kind: ExchangeKind) => key.refine((text) => isKeyFor(kind, text), 'key')

const isKeyFor = (kind: ExchangeKind, text: string) => !bringsOwnKey(kind) || text.length >= 16

/** One address a line: IPv4 or IPv6. */
const addresses = z
  .string()
  .max(2_000, 'too-long')
  .default('')
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))])
  .refine((all) => all.every((one) => z.union([z.ipv4(), z.ipv6()]).safeParse(one).success), 'address')

export const settingsForm = z.object({ name, addresses })

const numbers = z
  .string()
  .max(5_000, 'too-long')
  .default('')
  .transform((text) =>
    text
      .split(/[\n,;]+/)
      .map((one) => one.trim())
      .filter(Boolean),
  )

/** Of whom and which, as the choices have it: "3:0198…". */
const line = z
  .string('line')
  .regex(/^\d{1,9}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'line')
  .transform((value) => ({ corporationId: Number(value.split(':')[0]), lineId: value.split(':')[1] ?? '' }))

/** Several numbers at once, one a line, and perhaps all that are not named. */
export const numbersForm = z
  .object({ numbers, isAny: z.literal('on').optional(), line })
  .transform(({ numbers, isAny, line }) => ({ numbers: isAny ? [...numbers, anyNumber] : numbers, line }))
  .refine(({ numbers }) => numbers.length > 0, { path: ['numbers'], message: 'numbers' })

/** Whose line a call of nobody was for. */
export const lineForm = z.object({ line })

const popped = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u)

/** What a phone opens a screen with. */
export const screenPopForm = z.object({
  exchange: z.uuid(),
  number: popped.default(''),
  dialled: popped.default(''),
  call: popped.min(1),
})
