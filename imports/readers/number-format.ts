/**
 * What a number format makes of a whole number where it adds zeros or a prefix that belong to the value: 612345678 under
 * `0000000000` or `"06-"00000000` is a phone number only as it is shown. Null for every format that only dresses a number
 * up: decimals, thousands, percents, currencies.
 */
export function formattedDigits(number: number, code: string | undefined): string | null {
  if (code === undefined || code.length > longestFormat || !Number.isInteger(number) || number < 0 || number >= 1e15)
    return null
  const section = sectionFor(number, code)
  if (section === null) return null
  const parts = partsOf(section)
  if (parts === null || !addsToValue(parts)) return null
  return filled(parts, String(number))
}

/** What a spreadsheet takes; whoever writes a longer one means harm, and it would be read again for every cell. */
const longestFormat = 255

type Part = { isDigit: boolean; text: string }

/** The section for this number: by its condition where sections have one, the first for what is not negative otherwise. */
function sectionFor(number: number, code: string): string | null {
  const sections = code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])+/g) ?? []
  const unconditional = sections.find((section) => !condition.test(section))
  const met = sections.find((section) => {
    const [, sign, bound] = condition.exec(section) ?? []
    return sign !== undefined && compares[sign]?.(number, Number(bound))
  })
  return met ?? unconditional ?? null
}

const condition = /\[([<>]=?|=)(\d+)\]/
const compares: Record<string, (number: number, bound: number) => boolean> = {
  '<': (number, bound) => number < bound,
  '<=': (number, bound) => number <= bound,
  '>': (number, bound) => number > bound,
  '>=': (number, bound) => number >= bound,
  '=': (number, bound) => number === bound,
}

const isZero = ({ isDigit, text }: Part) => isDigit && text === '0'

function partsOf(section: string): Part[] | null {
  const parts: Part[] = []
  for (const [token] of section.matchAll(/"[^"]*"|\\.|\[[^\]]*\]|[_*].|./gs)) {
    if (token.startsWith('[$') && /[€$£]/.test(token.slice(2))) return null
    if (token.startsWith('[') || /^[_*]./s.test(token)) continue
    // behind a 0 every place is shown
    if (/^[0#?]$/.test(token)) parts.push({ isDigit: true, text: parts.some(isZero) ? '0' : token })
    else if (token.startsWith('"') && token.length > 1) parts.push({ isDigit: false, text: token.slice(1, -1) })
    else if (token.startsWith('\\')) parts.push({ isDigit: false, text: token.slice(1) })
    else if (/^[-+/() :]$/.test(token)) parts.push({ isDigit: false, text: token })
    else return null
  }
  return parts
}

function addsToValue(parts: readonly Part[]): boolean {
  const first = parts.findIndex(({ isDigit }) => isDigit)
  if (first < 0) return false
  const prefix = parts
    .slice(0, first)
    .map(({ text }) => text)
    .join('')
  const zeros = parts.filter(isZero).length
  return !/[€$£]/.test(prefix) && (zeros > 1 || /[\p{L}\d+]/u.test(prefix))
}

/** From the right: the places take digits as far as there are any, and the first takes what is left over. */
function filled(parts: readonly Part[], digits: string): string {
  const first = parts.findIndex(({ isDigit }) => isDigit)
  let left = digits
  let shown = ''
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] as Part
    if (!part.isDigit) shown = part.text + shown
    else {
      shown = (left.at(-1) ?? (part.text === '0' ? '0' : '')) + shown
      left = left.slice(0, -1)
      if (at === first) shown = left + shown
    }
  }
  return shown.trim()
}
