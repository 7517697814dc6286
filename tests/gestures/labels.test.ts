import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pagesFor, sheet, slotAt } from '#app/gestures/label-sheet.ts'
import { labelLines, splitByPost } from '#app/gestures/label-text.ts'
import { labelsPdf } from '#app/gestures/labels-pdf.server.ts'

const tenant = {
  tenantId: '',
  sex: 'V',
  initials: 'A.',
  firstName: null,
  infix: 'van der',
  lastName: 'Kuipers',
  street: 'Molenweg',
  houseNumber: '12',
  addition: 'A',
  postcode: '4901AB',
  city: 'Oosterhout',
  hasDied: false,
  hasLeft: false,
  hasMoved: false,
}

const lines = ['Mevrouw A. van der Kuipers', 'Molenweg 12 A', '4901 AB  Oosterhout']
const pageCount = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length

/** Every piece of text that the pages draw: one for each run of one font. */
function drawnTexts(pdf: Buffer): number {
  const text = pdf.toString('latin1')
  let drawn = 0
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const start = (match.index ?? 0) + match[0].length
    const bytes = pdf.subarray(start, text.indexOf('endstream', start))
    try {
      drawn +=
        inflateSync(bytes)
          .toString('latin1')
          .match(/\bTJ\b/g)?.length ?? 0
    } catch {
      // A font, not a page.
    }
  }
  return drawn
}

describe('a label', () => {
  test('names a tenant as the post reads it', () => expect(labelLines(tenant)).toEqual(lines))

  test.each([
    [{}, null],
    [{ hasDied: true }, 'deceased'],
    [{ hasLeft: true, hasMoved: true }, 'moved'],
    [{ hasLeft: true }, 'not-listed'],
    [{ hasDied: true, hasLeft: true }, 'deceased'],
    [{ postcode: null }, 'no-address'],
    [{ street: null }, 'no-address'],
  ])('for %j meets %s', (change, obstacle) => {
    const { posted, withheld } = splitByPost([{ ...tenant, ...change }])
    expect(withheld[0]?.obstacle ?? null).toBe(obstacle)
    expect(posted.length + withheld.length).toBe(1)
  })
})

describe('a sheet', () => {
  test('holds 24, three across and eight down, none over the edge or over another', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(23), (index, skip) => {
        const { page, x, y } = slotAt(index, skip)
        expect(page).toBe(Math.floor((index + skip) / 24))
        expect(x + sheet.width).toBeLessThanOrEqual(sheet.pageWidth + 0.001)
        expect(y + sheet.height).toBeLessThanOrEqual(sheet.pageHeight)
        expect(slotAt(index + 1, skip)).not.toEqual({ page, x, y })
      }),
    )
  })

  test.each([
    [0, 0, 0],
    [1, 0, 1],
    [24, 0, 1],
    [25, 0, 2],
    [24, 1, 2],
    [0, 5, 0],
  ])('%s labels with %s places used take %s sheets', (labels, skip, pages) =>
    expect(pagesFor(labels, skip)).toBe(pages),
  )
})

describe('the PDF', () => {
  test.each([
    [1, 0, 1],
    [24, 0, 1],
    [25, 0, 2],
    [60, 13, 4],
  ])('of %s labels with %s places used has %s pages and every line of every label', async (count, skip, pages) => {
    const pdf = await labelsPdf(
      Array.from({ length: count }, () => lines),
      { title: 'Etiketten', skip },
    )
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pageCount(pdf)).toBe(pages)
    expect(drawnTexts(pdf)).toBe(count * lines.length)
  })

  test('folds a name that is too long for its label instead of cutting it', async () => {
    const long = 'Mevrouw W.A.M.J. van den Oudenrijn-Van Heeswijk tot Slangenburg'
    expect(drawnTexts(await labelsPdf([[long]], { title: 'Etiketten' }))).toBe(2)
  })

  test('holds the fonts themselves, so that a printer needs none', async () => {
    const pdf = (await labelsPdf([['De heer Ş. Yılmaz']], { title: 'Etiketten' })).toString('latin1')
    expect(pdf.match(/\/FontFile[23]/g)).toHaveLength(2)
  })
})
