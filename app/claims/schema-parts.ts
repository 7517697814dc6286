import { z } from 'zod'
import { readPhone } from '#imports/phones.ts'

/** An empty field is nothing filled in. Not a union: that would swallow what is wrong with what was filled in. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())
export const ticked = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())
export const text = (most: number) => z.string().trim().max(most, 'too-long').default('')
/** HH:MM */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
/** That of a claim; goes with every save. */
export const fenceField = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1)

/** A phone number as people write it, to E.164. */
export const phone = z
  .string()
  .trim()
  .max(40, 'phone')
  .transform((written, context) => {
    const read = readPhone(written)
    if (!read) context.addIssue({ code: 'custom', message: 'phone' })
    return read?.e164 ?? z.NEVER
  })
