import { z } from 'zod'
import { campaignSchema } from '../campaign-input.ts'

/** What is asked first. A radio that nobody chose is not in a form. */
export const purposeForm = campaignSchema.pick({ name: true, purpose: true, legalBasis: true, reasonToCall: true })

/** `criteria` comes encoded; `key` makes a second click give the first answer. */
export const newCampaignForm = purposeForm.extend({ key: z.uuid(), criteria: z.string().max(20_000) })
