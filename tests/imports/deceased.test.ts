import { describe, expect, it } from 'vitest'
import { deathInRemark, readDeceased, takeDeathMark } from '#imports/deceased.ts'

describe('marks that somebody died', () => {
  it.each([
    ['Jansen (overleden)', 'Jansen', 'overleden'],
    ['Jansen overl. 12-3-2026', 'Jansen', 'overl. 12-3-2026'],
    ['Jansen (overleden op 12-3-2026)', 'Jansen', 'overleden op 12-3-2026'],
    ['† Jansen', 'Jansen', '†'],
    ['Jansen (†)', 'Jansen', '†'],
    ['Jansen †2025', 'Jansen', '†2025'],
    ['Jansen (+)', 'Jansen', '(+)'],
    ['wijlen J. Jansen', 'J. Jansen', 'wijlen'],
    ['Overleden Jansen', 'Jansen', 'Overleden'],
    ['OVERL JANSEN', 'JANSEN', 'OVERL'],
    ['† Jansen (overleden)', 'Jansen', '†'],
    ['Jansen, ovl. 2024', 'Jansen', 'ovl. 2024'],
  ])('%s is %s with the mark %s', (text, name, mark) => {
    expect(takeDeathMark(text)).toEqual({ text: name, mark })
  })

  it.each(['Wed. Jansen', 'Jansen (Wed.)', 'Overlaan', 'Wijlens', '-Jansen', 'J. Doodeman', ''])(
    '%s has none',
    (text) => {
      expect(takeDeathMark(text)).toEqual({ text, mark: null })
    },
  )

  it.each([
    ['ja', 'yes'],
    ['J', 'yes'],
    ['1', 'yes'],
    ['true', 'yes'],
    ['WAAR', 'yes'],
    ['x', 'yes'],
    ['Overleden', 'yes'],
    ['overl.', 'yes'],
    ['†', 'yes'],
    ['nee', 'no'],
    ['0', 'no'],
    ['-', 'no'],
    ['n.v.t.', 'no'],
    ['niet overleden', 'no'],
    ['00-00-0000', 'no'],
    ['NULL', 'no'],
    ['#N/B', 'no'],
    ['onbekend', 'unsure'],
    ['2026', 'unsure'],
    ['?', 'unsure'],
    ['erven', 'unsure'],
  ])('a column that says %s says %s', (cell, says) => {
    expect(readDeceased(cell)).toBe(says)
  })

  it('a remark tells of the tenant, unless it names somebody else', () => {
    expect(deathInRemark('Mw. overleden 3-2026, sleutel bij buurvrouw')).toBe('overleden 3-2026')
    expect(deathInRemark('Huurder is overleden')).toBe('overleden')
    expect(deathInRemark('Echtgenoot overleden in 2019')).toBeNull()
    expect(deathInRemark('haar man is overleden')).toBeNull()
    expect(deathInRemark('Belt graag zelf')).toBeNull()
  })
})
