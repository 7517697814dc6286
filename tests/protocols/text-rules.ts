import type { TextRules } from '#app/protocols/check-texts.ts'

/** Small ones, so that nothing is found in a text but what a test puts there. */
export const textRules: TextRules = {
  placeholdersIn: (text) => [...text.matchAll(/\{([\w-]+)\}/g)].map(([, key]) => key as string),
  typedNumbersIn: (text) => text.match(/0800[ -]?\d+|€ ?\d+/g) ?? [],
  known: new Set(['emergency']),
}
