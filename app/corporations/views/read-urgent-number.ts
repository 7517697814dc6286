import { z } from 'zod'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { readUrgentPhone } from '../urgent-phone.ts'

const text = (most: number) => z.string().trim().max(most, 'too-long').refine(holdsNoBsn, 'bsn')

const phone = z
  .string()
  .trim()
  .min(1, 'required')
  .max(40, 'phone')
  .transform((written, context) => {
    const read = readUrgentPhone(written)
    if (!read) context.addIssue({ code: 'custom', message: 'phone' })
    return read ?? z.NEVER
  })

/** A number for emergencies as its form has it. */
export const urgentNumberForm = z.object({
  name: text(80).min(1, 'required'),
  phone,
  ringWhen: text(80).default(''),
  notes: text(200).default(''),
})
