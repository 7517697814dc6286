import { z } from 'zod'
import { holdsNoBsn } from '#imports/typed-bsn.ts'

const tellsTooMuch = /achterstand|schuld|wanbetal|overlast|arrears|\bdebt|nuisance/i

/** Text that callers see or read aloud: it says nothing that they may not know. */
export const seenByCallers = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'too-long')
    .refine(holdsNoBsn, 'bsn')
    .refine((words) => !tellsTooMuch.test(words), 'tells-too-much')
