import { z } from 'zod'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { gestureKinds } from './gesture.ts'

/** A card or flowers as the call form asks for it; the text is what stands on the card. */
export const gestureSchema = z.object({
  kind: z.enum(gestureKinds, 'required'),
  text: z.string().trim().min(1, 'required').max(1000, 'too-long').refine(holdsNoBsn, 'bsn'),
})
