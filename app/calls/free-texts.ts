import type { DraftFields } from '#app/claims/draft-fields.ts'

/** All that is written in free words about a tenant. */
export const freeTextsOf = (draftFields: DraftFields): string[] =>
  Object.entries(draftFields).flatMap(([name, values]) =>
    /^(notes|urgentRang)$|-(promise|question)$/.test(name) ? values : [],
  )
