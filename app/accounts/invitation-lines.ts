import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { holdsNoBsn } from '#imports/typed-bsn.ts'

/** So many people at a time. */
export const mostInvited = 100
/** What may be pasted: a hundred names and addresses, and room to spare. */
export const longestPaste = 40_000
const longestName = 200
const longestEmail = 320
const longestLine = 1_000

export type LineProblem = 'email' | 'no-name' | 'too-long' | 'twice' | 'already-member' | 'too-many' | 'bsn'
/** `line` counts from 1, as it was pasted. */
export type PastedPerson = { line: number; name: string; email: string; problem: LineProblem | null }

/**
 * Who stands in a pasted text: a person on each line as `name <address>`, or as cells of a spreadsheet in any order, or
 * several on one line as a mail program copies them. Each is looked at once; what is wrong is said of its line.
 */
export function readPeople(text: string, memberEmails: ReadonlySet<string>): PastedPerson[] {
  const seen = new Set<string>()
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((content, index) => peopleOn(content.trim()).map((person) => ({ line: index + 1, ...person })))
    .map((person, index) => {
      const problem = problemOf(person, { index, seen, memberEmails })
      seen.add(person.email)
      return { ...person, name: person.name.slice(0, longestName), email: person.email.slice(0, longestEmail), problem }
    })
}

type Person = Pick<PastedPerson, 'name' | 'email'>
type Around = { index: number; seen: ReadonlySet<string>; memberEmails: ReadonlySet<string> }

function problemOf({ name, email }: Person, { index, seen, memberEmails }: Around): LineProblem | null {
  if (index >= mostInvited) return 'too-many'
  if (name.length > longestName || email.length > longestEmail) return 'too-long'
  if (!z.email().safeParse(email).success) return 'email'
  if (name === '') return 'no-name'
  if (!holdsNoBsn(name)) return 'bsn'
  if (seen.has(email)) return 'twice'
  return memberEmails.has(email) ? 'already-member' : null
}

function peopleOn(line: string): Person[] {
  if (line === '' || isHead(line)) return []
  if (line.length > longestLine && !line.includes('<')) return [{ name: line, email: '' }]
  return line.includes('<') ? bracketed(line) : [celled(line)]
}

/** The names of the columns, copied along. */
const isHead = (line: string) => !line.includes('@') && /e-?mail/i.test(line.slice(0, longestLine))

/** `Bart Smit <bart@example.nl>; "Jansen, Clara" <clara@example.nl>` */
const bracketed = (line: string): Person[] =>
  line
    .split('>')
    .filter((part) => /[^\s;,]/.test(part))
    .map((part) => {
      const at = part.indexOf('<')
      return { name: cleaned(at < 0 ? part : part.slice(0, at)), email: addressOf(at < 0 ? '' : part.slice(at + 1)) }
    })

/** Cells of a spreadsheet: the one with an @ is the address, the others are the name. */
function celled(line: string): Person {
  const delimiter = ['\t', ';', ','].find((one) => line.includes(one)) ?? ' '
  const cells = cellsOf(line, delimiter)
  const at = cells.findIndex((cell) => cell.includes('@'))
  const name = cleaned(cells.filter((cell, index) => index !== at && cell !== '').join(' '))
  return { name, email: addressOf(cells[at] ?? '') }
}

function cellsOf(line: string, delimiter: string): string[] {
  const [cells = []] = parse(line, {
    delimiter,
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
  }) as string[][]
  return cells
}

const addressOf = (text: string) =>
  text
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()

/** Without what stood between it and the person before, and without the quotes of a mail program. */
function cleaned(text: string): string {
  const between = ' \t;,"\''
  let [from, to] = [0, text.length]
  while (from < to && between.includes(text.charAt(from))) from++
  while (to > from && between.includes(text.charAt(to - 1))) to--
  return text.slice(from, to)
}
