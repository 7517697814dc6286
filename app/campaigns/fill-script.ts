/** Who speaks, for whom, and whom they ask for: "mevrouw Van der Dekker". */
export type ScriptNames = { caller: string; corporation: string; tenant: string }

/** For who looks at a script and not at a tenant. */
export const exampleNames = (reader: { name: string; corporationName: string }): ScriptNames => ({
  caller: reader.name,
  corporation: reader.corporationName,
  tenant: 'mevrouw De Vries',
})

/** What stands in brackets in a script, in either language, and whose name takes its place. */
const variables = new Map<string, keyof ScriptNames>([
  ['uw naam', 'caller'],
  ['naam beller', 'caller'],
  ['your name', 'caller'],
  ['de corporatie', 'corporation'],
  ['corporatie', 'corporation'],
  ['naam corporatie', 'corporation'],
  ['the corporation', 'corporation'],
  ['naam', 'tenant'],
  ['naam huurder', 'tenant'],
  ['naam van de huurder', 'tenant'],
  ['name', 'tenant'],
])

// Round and square brackets and braces: what coordinators bring along from letters and other programs.
const bracketed = /[([{]{1,2} ?([\p{L} ]{3,25}?) ?[)\]}]{1,2}/gu

/** The text with the names filled in. What stands in brackets for another reason is left as it is. */
export const fillScript = (text: string, names: ScriptNames): string =>
  text.replace(bracketed, (written, inside: string) => {
    const name = variables.get(inside.toLowerCase())
    return name ? names[name] : written
  })
