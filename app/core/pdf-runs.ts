type Face = 'latin' | 'latin-ext'
export type Run = { face: Face; text: string }

// The characters of Atkinson Hyperlegible's two files (400 and 700, normal); tests/core compares this with the files.
const ranges: Record<Face, string> = {
  latin:
    '20-7e a0-ff 131 152-153 2c6 2da 2dc 300-301 303-304 308 2013-2014 2018-201a 201c-201e 2022 2026 2039-203a 2044 20ac 2122 2212 2215',
  'latin-ext':
    '100-107 10a-113 116-11b 11e-123 126-127 12a-12b 12e-12f 136-137 13b-13e 141-148 150-151 154-155 158-15b 15e-165 16a-16b 16e-173 178-17e 192 218-21b 2c7 2dd 2020 2113',
}

const faces = new Map<number, Face>(
  (Object.keys(ranges) as Face[]).flatMap((face) => codePoints(ranges[face]).map((code) => [code, face] as const)),
)

function codePoints(text: string): number[] {
  return text.split(' ').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map((hex) => Number.parseInt(hex, 16))
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })
}

const isCovered = (character: string) => faces.has(character.codePointAt(0) ?? 0)

/**
 * The text as it can be printed. A letter the font lacks keeps those of its accents that the font has ("Đặng" becomes
 * "Đăng"); one of another script becomes a question mark. Compare with the text itself to warn somebody.
 */
export const printable = (text: string): string => [...text.normalize('NFC')].map(printableLetter).join('')

function printableLetter(letter: string): string {
  if (isCovered(letter)) return letter
  const [base = '', ...accents] = [...letter.normalize('NFD')]
  if (!isCovered(base)) return /^\s$/.test(letter) ? ' ' : '?'
  // A combining accent of its own only after all that melt into one letter, or the order would change.
  const [melted, loose] = accents.reduce<[string, string]>(
    ([whole, behind], accent) => {
      const together = (whole + accent).normalize('NFC')
      if ([...together].length === 1 && isCovered(together)) return [together, behind]
      return [whole, isCovered(accent) ? behind + accent : behind]
    },
    [base, ''],
  )
  return melted + loose
}

/** Printable text cut where the other file of the font takes over. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const character of printable(text)) {
    const face = faces.get(character.codePointAt(0) ?? 0) ?? 'latin'
    const last = runs.at(-1)
    if (last?.face === face) last.text += character
    else runs.push({ face, text: character })
  }
  return runs
}
