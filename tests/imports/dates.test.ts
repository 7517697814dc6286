import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type DateNotation, dateNotations, detectDateNotation, isPossibleBirthDate, readDate } from '#imports/dates.ts'

vi.setConfig({ testTimeout: 60_000 })

const print: Record<DateNotation, (y: string, m: string, d: string) => string[]> = {
  dmy: (y, m, d) => [
    `${d}-${m}-${y}`,
    `${d}/${m}/${y}`,
    `${d}.${m}.${y}`,
    `${Number(d)}-${Number(m)}-${y}`,
    `${d}-${m}-${y} 00:00:00`,
  ],
  iso: (y, m, d) => [`${y}-${m}-${d}`, `${y}/${m}/${d}`, `${y}-${m}-${d}T00:00:00Z`, `${y}-${Number(m)}-${Number(d)}`],
  compact: (y, m, d) => [`${y}${m}${d}`],
  serial: (y, m, d) => {
    const days = (Date.parse(`${y}-${m}-${d}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
    return days > 60 && new Date(`${y}-${m}-${d}T00:00:00Z`).toISOString().startsWith(`${y}-${m}-${d}`)
      ? [String(days), `${days}.0`, `${d}-${m}-${y}`]
      : []
  },
  mdy: (y, m, d) => [`${m}-${d}-${y}`, `${Number(m)}/${Number(d)}/${y}`, `${Number(m)}/${Number(d)}/${y} 12:00 AM`],
}

describe('dates', () => {
  it.each(dateNotations)('a day printed as %s reads back as that day', (notation) => {
    const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [y = '', m = '', d = ''] = iso.split('-')
        for (const text of print[notation](y, m, d))
          expect(readDate(text, notation)).toEqual({ value: iso, isValid: true })
      }),
      { numRuns: 2000 },
    )
  })

  it('no day that is not on the calendar passes', () => {
    const part = (max: number) => fc.integer({ min: 0, max })
    fc.assert(
      fc.property(part(40), part(20), part(2300), fc.constantFrom(...dateNotations), (d, m, y, notation) => {
        const [dd, mm, yyyy] = [String(d).padStart(2, '0'), String(m).padStart(2, '0'), String(y).padStart(4, '0')]
        const date = new Date(Date.UTC(2000, 0, 1))
        date.setUTCFullYear(y, m - 1, d)
        const exists = y > 0 && date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d
        return exists || print[notation](yyyy, mm, dd).every((text) => readDate(text, notation).value === null)
      }),
      { numRuns: 3000 },
    )
  })

  it.each(['', ' ', '1753-01-01', '01-01-1753', '01-01-1900', '1753-01-01 00:00:00', '31-12-9999', '0001-01-01'])(
    'what programs write for no date is empty: %j',
    (text) => {
      expect(readDate(text, 'dmy')).toEqual({ value: null, isValid: true })
    },
  )

  it.each([
    '31-02-1940',
    '00-00-0000',
    'onbekend',
    '01-02-40',
    '44927',
    '01021940',
    '1-13-2000',
    '29-02-2023',
    '1-2-3-4',
    'x'.repeat(90),
  ])('%s is no date, and its century or order is not guessed', (text) => {
    expect(readDate(text, 'dmy')).toEqual({ value: null, isValid: false })
  })

  it.each([
    ['12 mrt 1940', '1940-03-12'],
    ['3 mei 1951', '1951-05-03'],
    ['1-okt-1960', '1960-10-01'],
  ])('months in words are read: %s', (text, day) => {
    expect(readDate(text, 'dmy').value).toBe(day)
  })

  it.each([
    ['2026-11-23', false],
    ['2026-11-22', true],
    ['1906-11-22', true],
    ['1906-11-21', false],
  ])('born on %s is possible on 22 November 2026: %s', (date, isPossible) => {
    expect(isPossibleBirthDate(date, '2026-11-22')).toBe(isPossible)
  })

  it.each([
    [['01-02-1940', '28-12-1935'], 'dmy'],
    [['1/2/1940', '3/4/1950'], 'dmy'],
    [['12/28/1935', '1/2/1940'], 'mdy'],
    [['12/28/1935', '28/12/1940'], 'dmy'],
    [['1935-12-28', ''], 'iso'],
    [['19351228'], 'compact'],
    [['', 'onbekend'], null],
  ])('the notation of %j is %s', (values, notation) => {
    expect(detectDateNotation(values)).toBe(notation)
  })
})
