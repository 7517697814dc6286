import { z } from 'zod'

const most = 100_000_000

/** An amount in euros as people type it, `25`, `2,50` or `2.50`, read as cents; nothing typed is null. */
export const centsField = z
  .string()
  .trim()
  .regex(/^(\d{1,7}([.,]\d{1,2})?)?$/, 'amount')
  .transform((text) => (text === '' ? null : Math.round(Number(text.replace(',', '.')) * 100)))
  .refine((cents) => cents === null || cents <= most, 'too-high')

/** Cents as they stand in a field: `25` or `2,50`. */
export const centsText = (cents: number | null | undefined) => {
  if (cents === null || cents === undefined) return ''
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ',')
}
