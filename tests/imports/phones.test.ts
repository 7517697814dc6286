import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnyPhone, readDutchPhone, readPhone, readPhones } from '#imports/phones.ts'

const e164 = (text: string): string[] => readPhones(text).numbers.map((phone) => phone.e164)

describe('phone numbers', () => {
  it.each([
    ['0612345678', '+31612345678'],
    ['06-12345678', '+31612345678'],
    ['(06) 22 48 04 27', '+31622480427'],
    ['06 - 10 61 14 10', '+31610611410'],
    ['(063) 3964060', '+31633964060'],
    ['+31 6 33106305', '+31633106305'],
    ['+31 (0)6 12345678', '+31612345678'],
    ['0031643218385', '+31643218385'],
    ['0485739042', '+31485739042'],
    ['030/2345678', '+31302345678'],
    ['\u00a006-12345678 ', '+31612345678'],
    ['+49 30 12345678', '+493012345678'],
    ['+32 470 12 34 56', '+32470123456'],
  ])('%s is read as %s', (text, number) => {
    expect(readPhones(text)).toMatchObject({ numbers: [{ e164: number }], warning: null })
  })

  it.each([
    '06-1234',
    '0612345678901',
    'geen',
    '3,16123E+10',
    '6.123E8',
    '+0031612345678',
    '0900-1234',
    '14030',
    '00612345678',
    '06x12345678',
    '٠٦١٢٣٤٥٦٧٨',
    '+',
    '()',
    '9'.repeat(90),
  ])('%s is a warning and nothing is guessed', (text) => {
    expect(readPhones(text)).toEqual({ numbers: [], warning: 'invalid-phone-number' })
  })

  it.each(['', ' ', '-'])('%j is empty, not wrong', (text) => {
    expect(readPhones(text)).toEqual({ numbers: [], warning: null })
  })

  it('two numbers with a slash between are two numbers', () => {
    expect(e164('0612345678/030-2345678')).toEqual(['+31612345678', '+31302345678'])
    expect(e164('06 12345678 of 030 2345678')).toEqual(['+31612345678', '+31302345678'])
  })

  it('a second number that is cut off is a warning, and the first is kept', () => {
    expect(readPhones('06-12345678/79')).toMatchObject({
      numbers: [{ e164: '+31612345678' }],
      warning: 'invalid-phone-number',
    })
  })

  it.each(['06-12345678 dochter Anja', '0612345678 (na 18u)', '0612345678, buurvrouw'])(
    'words behind a number are reported and the number is kept: %s',
    (text) => {
      expect(readPhones(text)).toMatchObject({
        numbers: [{ e164: '+31612345678' }],
        warning: 'words-behind-phone-number',
      })
    },
  )

  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 12 }).map((list) => list.join(''))
  const start = fc.constantFrom(
    '',
    '0',
    '06',
    '00',
    '0031',
    '+31',
    '+',
    '+310',
    '00310',
    '(0',
    '+31 (0)',
    '0162',
    '030',
    '097',
    '088',
    '066',
  )
  const written = fc.tuple(
    start,
    digits,
    fc.array(fc.constantFrom(' ', '-', '(', ')', '.', '/'), { maxLength: 4 }),
    fc.infiniteStream(fc.nat()),
  )
  const notations = written.map(([prefix, rest, marks, positions]) => {
    let text = prefix + rest
    for (const mark of marks) {
      const at = Number(positions.next().value) % (text.length + 1)
      text = text.slice(0, at) + mark + text.slice(at)
    }
    return text
  })

  it('the quick way for Dutch numbers never says anything else than the library', () => {
    fc.assert(
      fc.property(notations, (text) => {
        const quick = readDutchPhone(text)
        if (quick === null) return true
        const judged = readAnyPhone(text)
        return judged?.e164 === quick.e164 && judged.isMobile === quick.isMobile
      }),
      { numRuns: 10_000 },
    )
  }, 30_000)

  it('every ordinary Dutch number takes the quick way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000_000, max: 999_999_999 }),
        fc.constantFrom('0', '+31', '0031', '+31 '),
        (national, prefix) => {
          const text = `${prefix}${national}`
          const judged = readAnyPhone(text)
          const isOrdinary = judged !== null && !/^\+31(?:8[04578]|66|9)/.test(judged.e164)
          return !isOrdinary || readDutchPhone(text)?.e164 === judged.e164
        },
      ),
      { numRuns: 3_000 },
    )
  }, 30_000)

  it('any text at all is read without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void readPhones(text)),
      { numRuns: 1000 },
    )
  }, 30_000)

  it('tells mobile numbers from others', () => {
    expect(readPhone('0612345678')?.isMobile).toBe(true)
    expect(readPhone('0302345678')?.isMobile).toBe(false)
    expect(readPhone('+32 470 12 34 56')?.isMobile).toBe(true)
  })
})
