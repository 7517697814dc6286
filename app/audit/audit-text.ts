type Noun = { name: string; did: Readonly<Record<string, string>> }
/** By noun and by what was done: the log may hold codes of an older release, which have no words any more. */
export type AuditNouns = Readonly<Record<string, Noun>>

/** In words; a code that has none any more is shown as it is. */
export function actionText(nouns: AuditNouns, action: string): string {
  const [noun = '', did = ''] = action.split(':')
  return `${nounText(nouns, noun)}: ${nouns[noun]?.did[did] ?? did.replaceAll('-', ' ')}`
}

export const nounText = (nouns: AuditNouns, noun: string): string => nouns[noun]?.name ?? noun
