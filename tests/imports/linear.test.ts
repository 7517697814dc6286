import { describe, expect, test } from 'vitest'
import { noteWarnings } from '#app/conversations/note-guard.ts'
import { readQuery } from '#app/tenants/search-query.ts'
import { addressOf } from '#imports/address-rule.ts'
import { readHouseNumber, splitAddressLine, splitPlace } from '#imports/addresses.ts'
import { detectAmountNotation, readAmount } from '#imports/amounts.ts'
import { becameDate, saysNothing, withoutFraction } from '#imports/artefacts.ts'
import { holdsBsn, isBsnColumn, passesElevenTest, withoutBsn } from '#imports/bsn.ts'
import { cellRules, type Reading, textOf } from '#imports/cell-rules.ts'
import { type Field, fields, isBsnHeader, meaningOfHeader, normaliseHeader } from '#imports/columns.ts'
import { dateNotations, detectDateNotation, holdsDayNumbers, isInOtherOrder, readDate } from '#imports/dates.ts'
import { deathOf } from '#imports/death-rule.ts'
import { deathInRemark, readDeceased, takeDeathMark } from '#imports/deceased.ts'
import { readEmail } from '#imports/emails.ts'
import { withoutEstate } from '#imports/estates.ts'
import { isFooter } from '#imports/footers.ts'
import { isInfix, splitInfix } from '#imports/infixes.ts'
import { readLanguage } from '#imports/languages.ts'
import { legibleName } from '#imports/legible-name.ts'
import { legibleNumber } from '#imports/legible-number.ts'
import { fillFrom, isInitials } from '#imports/name-parts.ts'
import { nameOf } from '#imports/name-rule.ts'
import { type Name, readName } from '#imports/names.ts'
import { takeOthers } from '#imports/people.ts'
import { phonesOf } from '#imports/phone-rule.ts'
import { readAnyPhone, readDutchPhone, readPhone, readPhones } from '#imports/phones.ts'
import { readPostcode } from '#imports/postcodes.ts'
import { hasStrayQuote } from '#imports/readers/csv-quotes.ts'
import { detectEncoding } from '#imports/readers/encodings.ts'
import { isDateFormat, numberText } from '#imports/readers/excel-values.ts'
import { withoutGuard } from '#imports/readers/formula-guard.ts'
import { formattedDigits } from '#imports/readers/number-format.ts'
import { detectDelimiter, detectHeaderRow, headRows, withoutEmptyEnd } from '#imports/readers/table-shape.ts'
import { holdsTwiceRead, repairTwiceRead } from '#imports/readers/twice-read.ts'
import { attributeOf } from '#imports/readers/xml-tags.ts'
import { rowReader } from '#imports/row-rules.ts'
import { readSalutation } from '#imports/salutations.ts'
import { readSex } from '#imports/sexes.ts'
import { hasDamagedLetters, tidy } from '#imports/text.ts'
import { bsnsIn, holdsNoBsn, withoutBsns } from '#imports/typed-bsn.ts'
import { looksLike, valueFits } from '#imports/value-shapes.ts'
import { readYesNo } from '#imports/yes-no.ts'
import { dayInAmsterdam } from '#imports/zoned-dates.ts'

const warn = () => null
const warns = Object.fromEntries(fields.map((field) => [field, warn])) as Record<Field, typeof warn>
const reading: Reading = { warn, dateNotation: 'dmy', amountNotation: 'comma', today: '2026-11-25' }
const noName = { salutation: '', initials: '', firstName: '', infix: '', lastName: '', fullName: '' }
const noAddress = { street: '', houseNumber: '', addition: '', addressLine: '', postcode: '', city: '' }
const rowOf = (field: Field) => {
  const columns = (['tenantNumber', 'lastName'] as Field[])
    .filter((other) => other !== field && !(field === 'fullName' && other === 'lastName'))
    .map((name) => ({ header: name, field: name }))
  const read = rowReader(
    {
      columns: [...columns, { header: field, field }],
      dateNotation: 'dmy',
      amountNotation: 'comma',
      encoding: 'utf-8',
      delimiter: ';',
      headerRow: 0,
      sheet: null,
    },
    { today: '2026-11-25' },
  )
  return (text: string) => read([...columns.map(({ field: name }) => (name === 'lastName' ? 'Jansen' : '1')), text])
}

/** Everything in `imports` that is handed a text from a file, by itself and as a cell of each column. */
const readers: Record<string, (text: string) => unknown> = {
  readHouseNumber,
  splitAddressLine,
  splitPlace,
  readAmount: (text) => [readAmount(text, 'comma'), readAmount(text, 'point')],
  detectAmountNotation: (text) => detectAmountNotation([text]),
  becameDate,
  saysNothing,
  withoutFraction,
  holdsBsn,
  isBsnColumn: (text) => isBsnColumn([text, text, text]),
  passesElevenTest,
  withoutBsn,
  textOf: (text) => textOf(text, warn),
  isBsnHeader,
  meaningOfHeader,
  normaliseHeader,
  readDate: (text) => dateNotations.map((notation) => readDate(text, notation)),
  isInOtherOrder: (text) => isInOtherOrder(text, 'dmy'),
  detectDateNotation: (text) => detectDateNotation([text]),
  holdsDayNumbers: (text) => holdsDayNumbers([text], () => true),
  dayInAmsterdam: (text) => dayInAmsterdam(text, '1946-11-24'),
  deathOf: (text) => deathOf(text, { mark: null, warnOfMark: warn }, reading),
  deathInRemark,
  readDeceased,
  takeDeathMark,
  readEmail,
  withoutEstate,
  isFooter: (text) => [isFooter(text, '', ''), isFooter('1', text, ''), isFooter('x', '', text)],
  isInfix,
  splitInfix: (text) => splitInfix(text.split(' ')),
  readLanguage,
  legibleNumber: (text) => legibleNumber([text], { columns: [{ header: 'a', field: 'tenantNumber' }], delimiter: ';' }),
  legibleName: (text) => legibleName([text], { columns: [{ header: 'a', field: 'fullName' }] }),
  isInitials,
  nameOf: (text) => nameOf({ ...noName, lastName: text }, { hasInfixColumn: false, warn: warns }),
  readName: (text) => Object.keys(noName).map((cell) => readName({ ...noName, hasInfixColumn: false, [cell]: text })),
  takeOthers,
  phonesOf: (text) => phonesOf({ landline: text, mobile: text, phone: text }, warns),
  readAnyPhone,
  readDutchPhone,
  readPhone,
  readPhones,
  readPostcode,
  readSalutation,
  readSex,
  tidy,
  hasDamagedLetters,
  valueFits: (text) => fields.map((field) => valueFits(field, text)),
  fillFrom: (text) => fillFrom({ ...readName({ ...noName, hasInfixColumn: false, lastName: 'Wit' }) } as Name, text),
  formattedDigits: (text) => formattedDigits(12, text),
  attributeOf: (text) => attributeOf(text, 'r'),
  withoutGuard,
  hasStrayQuote: (text) => hasStrayQuote([`"${text}`], () => `"${text}`),
  repairTwiceRead,
  holdsTwiceRead,
  detectDelimiter: (text) => detectDelimiter(text, true),
  headRows: (text) => headRows(text, ';', true),
  detectHeaderRow: (text) => detectHeaderRow([[text, text]]),
  withoutEmptyEnd: (text) => withoutEmptyEnd([text]),
  detectEncoding: (text) => detectEncoding(Buffer.from(text)),
  // a note is at most a quarter of what is tried here
  noteWarnings: (text) => noteWarnings(text.slice(0, text.length / 4)),
  holdsNoBsn: (text) => holdsNoBsn(text.slice(0, text.length / 4)),
  withoutBsns: (text) => withoutBsns(text.slice(0, text.length / 4)),
  bsnsIn: (text) => bsnsIn(text.slice(0, text.length / 4)),
  readQuery,
  readYesNo,
  isDateFormat: (text) => isDateFormat(200, text),
  numberText,
  addressOf: (text) => Object.keys(noAddress).map((cell) => addressOf({ ...noAddress, [cell]: text }, warns)),
  ...Object.fromEntries(
    Object.entries(cellRules).map(([kind, rule]) => [`the rule ${kind}`, (text: string) => rule(text, reading)]),
  ),
  ...Object.fromEntries(fields.map((field) => [`a column ${field}`, rowOf(field)])),
  ...Object.fromEntries(
    (['birthOn', 'mobile', 'fullName', 'arrears', 'deceasedOn'] as const).map((field) => [
      `what a column ${field} looks like`,
      (text: string) => looksLike(field, [text]),
    ]),
  ),
}

/** Exported by `imports`, and handed no text of a cell, or handed it by a reader above. */
const notOfCells = new Set(
  `isDayNumber isPossibleBirthDate isPossibleTenancyDate definitionOf missingNeeds isDateKind keyOf fieldsFilling rowKeyOf
  suggestMapping reuseMapping headerFingerprint rowReader looksLike inspectFile inspectTenantList readTenantList letterExamples
  cellCleaner readCsvFile readChunks encodingOf textReader utf8Reader excelDate detectKind readHead emptyRows isBlank
  readWorkbookFile readIndex readPart workbookMessages openGuarded inflateGuarded partOf takeNumbers`.split(/\s+/),
)

test('every reader that `imports` has is measured here', async () => {
  const modules = await Promise.all(
    Object.values(
      import.meta.glob<Record<string, unknown>>(['/imports/**/*.ts', '!/imports/readers/workbook-child.ts']),
    ).map((load) => load()),
  )
  const isClass = (value: unknown) => /^class\b/.test(String(value))
  const exported = modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' && !isClass(value) ? [name] : [])),
  )
  expect(exported.length).toBeGreaterThan(60)
  expect(exported.filter((name) => !(name in readers) && !notOfCells.has(name))).toEqual([])
  expect([...notOfCells].filter((name) => name in readers || !exported.includes(name))).toEqual([])
})

/** What patterns stumble over: long runs of what they may skip or repeat, with an end that makes them begin anew. */
const pieces = [
  ' ', "'", '(', ')', '[', '-', '.', ',', '/', '0', '1', 'a', 'A', 'A.', 'a ', '1 ', ' 1', '€', '"', '#', '=', '+', '@', '_',
  ' en ', 'van ', 'erven ', ', ', ' (', '† ', '(+)', 'overl ', 'null', '0-', '06 ', '1.000', '\u00a0', '\n', 'é', 'v.d.', 'x@x.', 'IJ.', '; ',
] // biome-ignore format: a table
const ends = ['', '!x']

const lengths = [10_000, 20_000, 40_000] as const
/** Below it a growth says more of the machine than of the reader; what is quadratic takes ten times as long. */
const noise = 40

function millisecondsOf(read: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let times = 0; times < 5; times++) {
    const start = performance.now()
    read(text)
    best = Math.min(best, performance.now() - start)
    if (best < noise) break
  }
  return best
}

describe.each(Object.entries(readers))('%s', (_, read) => {
  test('takes twice as long for twice as much, whatever it is', { timeout: 60_000 }, () => {
    const slow: unknown[] = []
    for (const piece of pieces) {
      for (const end of ends) {
        const texts = lengths.map((length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length) + end)
        if (millisecondsOf(read, texts[2] ?? '') < noise) continue
        const [short = 0, middle = 0, long = 0] = texts.map((text) => millisecondsOf(read, text))
        if (long >= noise && (long > middle * 2.5 || middle > short * 2.5))
          slow.push({ piece, end, short, middle, long })
      }
    }
    expect(slow).toEqual([])
  })
})
