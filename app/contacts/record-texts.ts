import type { DraftFields } from '#app/claims/draft-fields.ts'
import { withoutBsns } from '#imports/typed-bsn.ts'

/** What is written in free words about somebody who rings. */
export const freeTextsOf = ({ notes = [] }: DraftFields): { text: string }[] => notes.map((text) => ({ text }))

/** As it may be kept: with dots where a citizen service number stood. */
export const keepableFields = (draftFields: DraftFields): DraftFields =>
  draftFields.notes ? { ...draftFields, notes: draftFields.notes.map(withoutBsns) } : draftFields
