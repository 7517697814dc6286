import { z } from 'zod'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { bringsOwnKey, exchangeKinds, exchangeModes } from './exchange.ts'

const name = z.string().trim().min(1, 'required').max(100, 'too-long').refine(holdsNoBsn, 'bsn')
const key = z.string().trim().max(200, 'too-long').default('')

/** `key`: the token or public key of a kind that brings its own. */
export const exchangeForm = z
  .object({ name, kind: z.enum(exchangeKinds, 'kind'), key })
  .refine(({ kind, key }) => !bringsOwnKey(kind) || key.length >= 16, { path: ['key'], message: 'key' })

/** One address a line: IPv4 or IPv6. */
const addresses = z
  .string()
  .max(2_000, 'too-long')
  .default('')
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))])
  .refine((all) => all.every((one) => z.union([z.ipv4(), z.ipv6()]).safeParse(one).success), 'address')

/** @internal Its page is being made. */
export const settingsForm = z.object({ name, mode: z.enum(exchangeModes, 'mode'), addresses })

/** Several numbers at once, one a line; `line` says of whom and which: "3:0198…". @internal Its page is being made. */
export const numbersForm = z.object({
  numbers: z
    .string()
    .max(5_000, 'too-long')
    .default('')
    .transform((text) =>
      text
        .split(/[\n,;]+/)
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  isAny: z.literal('on').optional(),
  line: z
    .string()
    .regex(/^\d{1,9}:[0-9a-f-]{36}$/i, 'line')
    .transform((value) => ({
      corporationId: Number(value.split(':')[0]),
      lineId: value.split(':')[1] ?? '',
    })),
})
