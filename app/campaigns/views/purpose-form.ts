import { z } from 'zod'
import { centsField } from '#app/core/cents-field.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { campaignSchema, legalBases } from '../campaign-input.ts'

const { name, reasonToCall } = campaignSchema.shape

/** What the privacy law asks before anybody is called: here all of it, while a draft from elsewhere may lack some. */
export const purposeForm = z.object({
  name,
  purpose: z.string().trim().min(1, 'no-purpose').max(500, 'too-long').refine(holdsNoBsn, 'bsn'),
  legalBasis: z.enum(legalBases, 'no-legal-basis'),
  reasonToCall: reasonToCall.refine((reason) => reason !== '', 'no-reason'),
  budgetCents: centsField.default(null),
})

/** `criteria` comes encoded; `key` makes a second click give the first answer. */
export const newCampaignForm = purposeForm.extend({ key: z.uuid(), criteria: z.string().max(20_000) })
