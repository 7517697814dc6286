import { z } from 'zod'
import { centsField } from '#app/core/cents-field.ts'
import { readUrgentPhone } from '#app/corporations/urgent-phone.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { placeholdersIn } from './fill-values.ts'
import { typedNumbersIn } from './typed-numbers.ts'
import { type ValueKey, type ValueType, valueTypeOf } from './value-keys.ts'
import type { OwnValue } from './values-at.ts'

/** A number as an urgent one is read, an amount as `77,50`, words without a number in them: those have keys of their own. */
const readers: Record<ValueType, z.ZodType<string, string>> = {
  phone: z.string().transform((written, context) => {
    const read = readUrgentPhone(written)
    if (!read) context.addIssue({ code: 'custom', message: 'phone' })
    return read ?? z.NEVER
  }),
  amount: centsField.transform((cents) => String(cents)),
  text: z
    .string()
    .refine((text) => typedNumbersIn(text).length === 0 && placeholdersIn(text).length === 0, 'number-in-text'),
}

/** What is set for a key, and from which date; ticked, it has nothing of its own any more from then on. */
export const valueForm = (key: ValueKey) =>
  z
    .object({
      value: z.string().trim().max(200, 'too-long').refine(holdsNoBsn, 'bsn').default(''),
      fromOn: z.iso.date('date'),
      isNone: z.literal('on').optional(),
    })
    .transform(({ value: written, fromOn, isNone }, context): OwnValue => {
      if (isNone) return { key, fromOn, value: null }
      const read = z.string().min(1, 'required').pipe(readers[valueTypeOf(key)]).safeParse(written)
      if (read.success) return { key, fromOn, value: read.data }
      context.addIssue({ code: 'custom', path: ['value'], message: read.error.issues[0]?.message ?? 'other' })
      return z.NEVER
    })
