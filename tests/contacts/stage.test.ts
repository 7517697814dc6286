import { describe, expect, test } from 'vitest'
import { isOld } from '#app/contacts/old-age.ts'
import { proposedRecord } from '#app/contacts/proposed-record.ts'
import { lacks, stageOf } from '#app/contacts/stage.ts'

const contact = {
  state: 'talking',
  isDanger: false,
  kind: 'water-leak',
  numberAskedAt: '2026-11-27T18:00:00Z',
  askLaterAt: null,
} as const
const run = { asking: { id: 'stopped', ask: [], why: [] }, verdict: null, ringBackAt: null, rungBackAt: null }
const outside = { ...run, ringBackAt: new Date() }
const place = 'Molenweg 12'

describe('what is done now', () => {
  test.each([
    ['danger before anything', { ...contact, isDanger: null, kind: null, numberAskedAt: null }, 'danger'],
    ['where and which number before what it is about', { ...contact, kind: null, numberAskedAt: null }, 'where'],
    ['what it is about', { ...contact, kind: null }, 'kind'],
    ['the questions of it', contact, 'questions'],
    [
      'whoever is rung back is not asked before they are on the phone',
      { ...contact, state: 'call-back', isDanger: null },
      'ring',
    ],
  ] as const)('%s', (_, standing, stage) => expect(stageOf(standing, { place, run })).toBe(stage))

  test('what could not be asked stands in nobody’s way, and is still lacking', () => {
    const later = { ...contact, numberAskedAt: null, askLaterAt: new Date() }
    expect(stageOf(later, { place: null, run })).toBe('questions')
    expect(lacks(later, null)).toEqual(['number', 'place'])
    expect(lacks(contact, place)).toEqual([])
  })

  test('who went outside is rung there; once they were, it goes on', () => {
    const standing = { ...contact, state: 'call-back' } as const
    expect(stageOf(standing, { place, run: outside })).toBe('outside')
    expect(stageOf(standing, { place, run: { ...outside, rungBackAt: new Date() } })).toBe('ring')
  })

  test('without a protocol there is nothing to ask', () => {
    expect(stageOf({ ...contact, kind: 'other-repair' }, { place, run: null })).toBe('done')
  })
})

describe('what a record probably says', () => {
  const judged = {
    holds: { class: 'urgent', hours: 2 },
    isOwnAccount: false,
    costsAgreed: null,
    trades: ['plumber'],
  } as const
  const propose = (changes: Partial<Parameters<typeof proposedRecord>[0]>) =>
    proposedRecord({ ...judged, trades: ['plumber'], ...changes }, 'urgent-repairs')

  test('follows from what was judged', () => {
    expect(propose({})).toEqual({ result: 'partner-sent', agreed: 'somebody-comes' })
    expect(propose({ trades: [] })?.result).toBe('passed-on')
    expect(propose({ holds: { class: 'working-day', hours: null } })).toEqual({
      result: 'for-office',
      agreed: 'office-rings',
    })
    expect(propose({ holds: { class: 'none', hours: null } })?.result).toBe('solved')
  })

  test('sends nobody on their own account before they agreed', () => {
    expect(propose({ isOwnAccount: true })).toBeNull()
    expect(propose({ isOwnAccount: true, costsAgreed: true })?.result).toBe('partner-sent')
    expect(propose({ isOwnAccount: true, costsAgreed: false })).toEqual({ result: 'passed-on', agreed: 'they-do-it' })
  })
})

test('somebody is old from their eightieth year, and of nobody without a birth date is it said', () => {
  const now = new Date('2026-11-27')
  expect([isOld('1946-12-31', now), isOld('1947-01-01', now), isOld(null, now)]).toEqual([true, false, false])
})
