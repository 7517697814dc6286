import { z } from 'zod'
import { dueDate, dueTime } from './schema.ts'

/** A day from today on: nobody promises yesterday. */
export const moveForm = (today: string) =>
  z.object({ dueOn: dueDate.refine((day) => day >= today, 'date-past'), dueTime })

export const ownerForm = z.object({ ownerId: z.uuid('required') })

/** What came of it; may stay empty. */
export const resultForm = z.object({ result: z.string().trim().max(2000, 'too-long').default('') })
