/**
 * The same words in another language: every string a string, every function one of the same parameters.
 * `export const en: Catalogue<typeof nl>` does not compile while a sentence is missing.
 */
export type Catalogue<Words> = Words extends string
  ? string
  : Words extends (...parameters: infer Parameters) => infer Answer
    ? (...parameters: Parameters) => Catalogue<Answer>
    : { [Key in keyof Words]: Catalogue<Words[Key]> }

/** The sentence for a code, wherever that came from: an address may say anything. */
export const sentenceOf = (sentences: Readonly<Record<string, string>>, code: string, other: string): string =>
  Object.hasOwn(sentences, code) ? (sentences[code] ?? other) : other
