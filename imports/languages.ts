/** A language as the two letters of ISO 639-1, from its code or its Dutch or English name; undefined when not known. */
export function readLanguage(text: string): string | undefined {
  return languageCodes().get(text.toLowerCase())
}

let known: Map<string, string> | undefined

function languageCodes(): Map<string, string> {
  if (known) return known
  known = new Map([
    ['farsi', 'fa'],
    ['koerdisch', 'ku'],
    ['marokkaans', 'ar'],
    ['servokroatisch', 'sh'],
    ['dari', 'fa'],
  ])
  for (const locale of ['nl', 'en']) {
    const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' })
    for (const code of twoLetterCodes()) {
      const name = names.of(code)
      if (name === undefined) continue
      known.set(code, code).set(name.toLowerCase(), code)
    }
  }
  for (const [three, code] of threeLetterCodes) known.set(three, code)
  return known
}

const threeLetterCodes = [
  ['nld', 'nl'],
  ['dut', 'nl'],
  ['eng', 'en'],
  ['deu', 'de'],
  ['ger', 'de'],
  ['fra', 'fr'],
  ['fre', 'fr'],
  ['tur', 'tr'],
  ['ara', 'ar'],
  ['pol', 'pl'],
  ['spa', 'es'],
  ['por', 'pt'],
  ['ukr', 'uk'],
  ['rus', 'ru'],
  ['tir', 'ti'],
  ['som', 'so'],
] as const

function* twoLetterCodes(): Generator<string> {
  for (let a = 97; a <= 122; a++) for (let b = 97; b <= 122; b++) yield String.fromCharCode(a, b)
}
