import type { DraftFields } from '#app/claims/draft-fields.ts'
import { withoutBsns } from '#imports/typed-bsn.ts'
import { isWrittenInStep } from './typed-steps.ts'

/** What is written in free words about somebody who rings. */
export const freeTextsOf = (draftFields: DraftFields): { text: string }[] =>
  Object.entries(draftFields).flatMap(([name, texts]) => (isFreeText(name) ? texts.map((text) => ({ text })) : []))

const isFreeText = (name: string) => name === 'notes' || isWrittenInStep(name)

/** As it may be kept: with dots where a citizen service number stood. */
export const keepableFields = (draftFields: DraftFields): DraftFields =>
  Object.fromEntries(
    Object.entries(draftFields).map(([name, texts]) => [name, isFreeText(name) ? texts.map(withoutBsns) : texts]),
  )
