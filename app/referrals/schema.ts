import { z } from 'zod'
import { holdsNoBsn } from '#imports/typed-bsn.ts'

export const questionText = z.string().trim().min(1, 'required').max(2000, 'too-long').refine(holdsNoBsn, 'bsn')

/** A box that must be ticked: a browser sends "on". */
const consent = z.preprocess(
  (value) => value === true || value === 'on' || value === 'true',
  z.literal(true, 'consent-required'),
)

/** A referral as the call form asks for it. */
export const referralSchema = z.object({
  agencyId: z.uuid('required'),
  question: questionText,
  consent,
  ownerId: z.uuid('required'),
})

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => null), schema, z.null()]).default(null)

/** An organisation that helps. */
export const agencySchema = z.object({
  name: z.string().trim().min(1, 'required').max(200, 'too-long').refine(holdsNoBsn, 'bsn'),
  helpsWith: z.string().trim().max(500, 'too-long').refine(holdsNoBsn, 'bsn').default(''),
  municipality: z.string().trim().max(100, 'too-long').refine(holdsNoBsn, 'bsn').default(''),
  openingHours: z.string().trim().max(200, 'too-long').refine(holdsNoBsn, 'bsn').default(''),
  phone: optional(
    z
      .string()
      .trim()
      .regex(/^\+?[\d\s()-]{3,24}$/, 'phone'),
  ),
  email: optional(z.email('email').max(254, 'too-long')),
})
export type AgencyInput = z.infer<typeof agencySchema>
