const between = '; '

/** Who was rung, as it is kept: those who were ticked, and what was typed. */
export const rangText = (called: string[], typed: string): string =>
  [...called, typed].filter((part) => part !== '').join(between)

/** The same the other way, for correcting it: ticked are those who still stand among `names`. */
export function rangFields(text: string, names: string[]): { called: string[]; typed: string } {
  const parts = text.split(between)
  const first = parts.findIndex((part) => !names.includes(part))
  const called = first < 0 ? parts : parts.slice(0, first)
  return { called, typed: parts.slice(called.length).join(between) }
}
