import { z } from 'zod'

/** More than a page holds in one go is a slip of the mouse. */
const most = 500

/**
 * The rows a list's form speaks of: `only` is the button in a row, `id[]` the ticked ones. The button in a row wins,
 * whatever else is ticked.
 */
export const selectedRows = z
  .object({
    only: z.uuid('choose-one').optional(),
    id: z.array(z.uuid('choose-one')).max(most, 'too-many').default([]),
  })
  .transform(({ only, id }) => (only ? [only] : [...new Set(id)]))
  .refine((ids) => ids.length > 0, 'choose-one')
