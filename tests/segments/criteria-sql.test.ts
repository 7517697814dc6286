import { describe, expect, it } from 'vitest'
import type { Criteria } from '#app/segments/criteria.ts'
import { criteriaToSql, joinsOf } from '#app/segments/criteria-to-sql.ts'

const asking = { corporationId: 7, today: '2026-11-22', timeZone: 'Europe/Amsterdam' }
const compiled = (criteria: Criteria) => {
  const { text, values } = criteriaToSql(criteria, asking)
  return { text: text.replace(/\s+/g, ' '), values }
}

describe('criteria become SQL as a value', () => {
  const cases: [string, Criteria, { text: string; values: unknown[] }][] = [
    [
      'an age is a birthday on or before a day',
      { field: 'age', operator: 'at-least', value: 80 },
      { text: 't.birth_on <= $1::date', values: ['1946-11-22'] },
    ],
    [
      'an age of at most is a birthday after the day one becomes older',
      { field: 'age', operator: 'at-most', value: 26 },
      { text: 't.birth_on > $1::date', values: ['1999-11-22'] },
    ],
    [
      'so many days ago counts too',
      { field: 'tenancy-started', operator: 'within', value: 90 },
      { text: 't.tenancy_started_on >= $1::date', values: ['2026-08-24'] },
    ],
    [
      'arrears of at least so many euros are in cents',
      { field: 'arrears-now', operator: 'at-least', value: 500 },
      { text: 'c.arrears_cents >= $1::int', values: [50_000] },
    ],
    [
      'a conversation longer ago ends where that day begins in the corporation’s zone',
      { field: 'last-spoken', operator: 'longer-ago', value: 30 },
      { text: 't.last_spoken_at < $1::timestamptz', values: ['2026-10-22T22:00:00.000Z'] },
    ],
    [
      'all and any are bracketed, and not takes exactly the others',
      {
        all: [
          {
            any: [
              { field: 'no-email', operator: 'yes' },
              { field: 'no-mobile', operator: 'yes' },
            ],
          },
          { not: { field: 'complex', operator: 'one-of', value: ['C001'] } },
        ],
      },
      {
        text: '((t.email IS NULL OR t.mobile IS NULL) AND (h.complex = ANY ($1::text[])) IS NOT TRUE)',
        values: [['C001']],
      },
    ],
    [
      'what is looked up elsewhere stays within the corporation',
      { field: 'open-follow-up', operator: 'yes' },
      {
        text: "t.id IN (SELECT f.tenant_id FROM follow_up f WHERE f.corporation_id = $1::int AND f.state = 'open')",
        values: [7],
      },
    ],
    ['all of nothing is everybody', { all: [] }, { text: 'TRUE', values: [] }],
    ['any of nothing is nobody', { any: [] }, { text: 'FALSE', values: [] }],
  ]
  it.each(cases)('%s', (_, criteria, expected) => {
    expect(compiled(criteria)).toEqual(expected)
  })

  it('joins only the tables that a rule reads', () => {
    expect(joinsOf({ field: 'age', operator: 'at-least', value: 80 }).text).toBe('')
    expect(joinsOf({ field: 'city', operator: 'one-of', value: ['Gennep'] }).text).toContain('JOIN home h')
    expect(joinsOf({ not: { field: 'arrears-now', operator: 'yes' } }).text).toContain('JOIN tenant_circumstance c')
  })

  it('never puts what a person typed into the text', () => {
    const hostile = "x'); DROP TABLE tenant; --"
    const { text, values } = criteriaToSql({ field: 'complex', operator: 'one-of', value: [hostile] }, asking)
    expect(text).not.toContain('DROP')
    expect(values).toEqual([[hostile]])
  })
})
