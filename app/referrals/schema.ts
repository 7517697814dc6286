import { z } from 'zod'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { sendingWays } from './referral.ts'

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

/** In a few words; a form of a list does not ask for it. */
const fewWords = z.string().trim().max(300, 'too-long').refine(holdsNoBsn, 'bsn')

/** How and what was passed on to the agency: whoever is asked says both. */
export const passedOnSchema = z
  .object({
    sentHow: z.enum(sendingWays, 'required').nullable().default(null),
    passedOn: fewWords.min(1, 'required').nullable().default(null),
  })
  .refine(({ sentHow, passedOn }) => passedOn === null || sentHow !== null, { path: ['sentHow'], error: 'required' })

/** The same of one that was sent without saying so. */
export const describedSchema = passedOnSchema.refine(({ passedOn }) => passedOn !== null, {
  path: ['passedOn'],
  error: 'required',
})

/** What the tenant was told; may stay empty. */
export const toldSchema = z.object({ told: fewWords.default('') })

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
