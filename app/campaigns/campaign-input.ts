import { z } from 'zod'
import { type Criteria, criteriaSchema } from '#app/segments/criteria.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { policySchema } from './calling-policy.ts'
import { scriptSchema } from './script.ts'
import { seenByCallers } from './seen-by-callers.ts'

export const legalBases = ['legitimate-interest', 'consent', 'contract', 'public-task', 'vital-interest'] as const

/** What a coordinator fills in about a campaign. A draft may lack anything but its name. */
export const campaignSchema = z.object({
  name: seenByCallers(120).min(1, 'no-name'),
  purpose: z.string().trim().max(500, 'too-long').refine(holdsNoBsn, 'bsn').default(''),
  legalBasis: z.enum(legalBases).or(z.literal('')).default(''),
  reasonToCall: seenByCallers(300).default(''),
  criteria: criteriaSchema as z.ZodType<Criteria>,
  script: scriptSchema,
  policy: policySchema,
  budgetCents: z.int().min(0, 'too-low').max(100_000_000, 'too-high').nullable().default(null),
})
export type CampaignInput = z.output<typeof campaignSchema>

export const callerSchema = z.object({
  accountId: z.uuid(),
  hours: z.coerce.number('number').min(0, 'too-low').max(1_000, 'too-high'),
})
export const teamSchema = z.array(callerSchema).max(2_000, 'too-many')
export type TeamMember = z.output<typeof callerSchema>
