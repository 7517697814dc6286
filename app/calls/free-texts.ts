import type { DraftFields } from '#app/claims/draft-fields.ts'
import { withoutBsns } from '#imports/typed-bsn.ts'

export const isFreeText = (name: string) =>
  /^(notes|spokeWith|language|urgentRang)$|-(promise|question|text)$/.test(name)

/** All that is written in free words about a tenant. */
export const freeTextsOf = (draftFields: DraftFields): { name: string; text: string }[] =>
  Object.entries(draftFields).flatMap(([name, values]) =>
    isFreeText(name) ? values.map((text) => ({ name, text })) : [],
  )

/** As it may be kept: with dots where a citizen service number stood. */
export const keepableFields = (draftFields: DraftFields): DraftFields =>
  Object.fromEntries(
    Object.entries(draftFields).map(([name, values]) => [
      name,
      isFreeText(name) || name === 'urgentCalled[]' ? values.map(withoutBsns) : values,
    ]),
  )
