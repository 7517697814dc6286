import type { DraftFields } from '#app/claims/draft-fields.ts'

/** All that is written in free words about a tenant. */
export const freeTextsOf = (typed: DraftFields): string[] =>
  Object.entries(typed).flatMap(([name, values]) =>
    /^(notes|urgentRang)$|-(promise|question)$/.test(name) ? values : [],
  )
