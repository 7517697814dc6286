import { readYesNo } from '#imports/yes-no.ts'

/** A text without the mark that somebody died, and the mark as it was written; null when there is none. */
export type Marked = { text: string; mark: string | null }

/**
 * "Jansen (overleden)", "† Jansen", "wijlen J. Jansen", "Jansen overl. 12-3-2026": takes the mark off a name. A widow
 * lives: "wed." is no mark.
 */
export function takeDeathMark(text: string): Marked {
  let [rest, mark]: [string, string | null] = [text, null]
  // "† Jansen (overleden)" has two
  for (let times = 0; times < 3; times++) {
    const found = deathMark.exec(rest)
    if (found === null) break
    const behind = rest.slice(found.index + found[0].length)
    const day = dayBehind.exec(behind)?.[0] ?? ''
    mark ??= `${found[0]}${day}`.trim()
    const before = trimmed(rest.slice(0, found.index), around)
    rest = `${before} ${trimmed(behind.slice(day.length), around)}`.trim()
  }
  return { text: rest, mark }
}

/** "Echtgenoot overleden" tells of somebody else, who has no contract. */
export function deathInRemark(remark: string): string | null {
  const found = deathMark.exec(remark)
  if (found === null || ofAnother.test(remark.slice(Math.max(0, found.index - 40), found.index))) return null
  return takeDeathMark(remark).mark
}

const relative =
  'echtgeno(?:o?t|te)|man|vrouw|partner|vader|moeder|ouders?|zoon|dochter|broer|zus|kind|medehuurder|buurman|buurvrouw|hond|kat|huisdier'
const ofAnother = new RegExp(`(?<!\\p{L})(?:${relative})(?!\\p{L})[^.;\\n]*$`, 'iu')

const deathMark =
  /(?<![\p{L}\d])(?:overleden|overl|ovl|wijlen|gestorven|deceased)(?![\p{L}\d])|[\u2020\u271d-\u271f]|\(\+\)/iu
const dayBehind = /^\.?:?(?: (?:op|d\.d\.))? ?(?:(?:\d{1,2}[-/.]){0,2}\d{4}\b)?/
const around = new Set(' ()[]{},;:.-/*')

/** Dots stay in front of the mark, where they belong to initials, and go behind it. */
function trimmed(text: string, marks: ReadonlySet<string>): string {
  let [from, to] = [0, text.length]
  while (from < to && marks.has(text[from] ?? '')) from++
  while (to > from && text[to - 1] !== '.' && marks.has(text[to - 1] ?? '')) to--
  if (text[to] === ')' && text.slice(from, to).includes('(')) to++
  return text.slice(from, to)
}

export type SaidDeceased = 'yes' | 'no' | 'unsure'

/** What a column "overleden" says when it holds no date. */
export function readDeceased(cell: string): SaidDeceased {
  const word = cell.trim().toLowerCase()
  const answer = readYesNo(word)
  if (answer !== undefined) return answer ? 'yes' : 'no'
  if (alive.has(word) || noDate.test(word)) return 'no'
  return word.length <= longestAnswer && dead.test(word) ? 'yes' : 'unsure'
}

const longestAnswer = 40
const alive = new Set(
  `levend, leeft, leeft nog, in leven, alive, niet overleden, niet, geen, n.v.t., nvt, n.v.t, leeg, null, (null), nihil, niet van toepassing`.split(
    ', ',
  ),
)
/** How programs write that there is no date, and how a spreadsheet writes that a formula failed. */
const noDate = /^(?:[0\-/.: ]+|#.+|[-\u2010-\u2015]+)$/
const dead =
  /^(?:is )?(?:overleden|overl\.?|ovl\.?|dood|gestorven|deceased|died|dead|wijlen|[+\u2020\u271d-\u271f])\.?$/
