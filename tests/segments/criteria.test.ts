import { describe, expect, it } from 'vitest'
import { can } from '#app/accounts/permissions.ts'
import { type Criteria, parseCriteria, rulesOf, stepsOf } from '#app/segments/criteria.ts'
import { fieldsFor, permissionsOf } from '#app/segments/criteria-permissions.ts'
import { fieldNames, fieldOf } from '#app/segments/fields.ts'
import { presetNames, presets } from '#app/segments/presets.ts'

const age: Criteria = { field: 'age', operator: 'at-least', value: 80 }
const arrears: Criteria = { field: 'arrears-now', operator: 'yes' }
const nested = (depth: number): unknown => (depth === 0 ? age : { not: nested(depth - 1) })

describe('a tree of criteria from outside', () => {
  it.each(presetNames)('takes the preset %s as it is', (name) => {
    expect(parseCriteria(JSON.parse(JSON.stringify(presets[name])))).toEqual({ ok: true, criteria: presets[name] })
  })

  it.each([
    ['nothing', null],
    ['an unknown field', { field: 'income', operator: 'at-least', value: 1 }],
    ['an unknown operator', { field: 'age', operator: 'constructor', value: 1 }],
    ['a value of another kind', { field: 'age', operator: 'at-least', value: '80' }],
    ['a value out of bounds', { field: 'age', operator: 'at-least', value: 400 }],
    ['a value where none belongs', { field: 'no-email', operator: 'yes', value: 1 }],
    ['a range the wrong way round', { field: 'age', operator: 'between', value: { from: 80, to: 70 } }],
    ['a day that does not exist', { field: 'tenancy-started', operator: 'before', value: '2026-02-30' }],
    ['a choice that no database can hold', { field: 'complex', operator: 'one-of', value: ['a\0b'] }],
    ['an empty choice', { field: 'complex', operator: 'one-of', value: [] }],
    ['two things at once', { all: [], any: [] }],
    ['something more', { all: [age], limit: 3 }],
  ])('refuses %s', (_, input) => {
    expect(parseCriteria(input)).toEqual({ ok: false, reason: 'criteria-invalid' })
  })

  it('refuses a tree too deep or too wide before descending into it', () => {
    expect(parseCriteria(nested(7))).toMatchObject({ ok: true })
    for (const input of [
      nested(8),
      nested(5000),
      { any: Array(300).fill(age) },
      { all: Array(100_000).fill({ not: age }) },
    ])
      expect(parseCriteria(input)).toEqual({ ok: false, reason: 'criteria-too-large' })
  })

  it('names its rules and its steps', () => {
    const tree: Criteria = { all: [age, { not: { any: [arrears, age] } }] }
    expect(rulesOf(tree)).toEqual([age, arrears, age])
    expect(stepsOf(tree)).toHaveLength(2)
    expect(stepsOf({ any: [age, arrears] })).toHaveLength(1)
  })
})

describe('who may use which criteria', () => {
  it('asks the coordinator’s permission as soon as one rule, however deep, is about arrears or nuisance', () => {
    expect(permissionsOf({ all: [age] })).toEqual(['segment:use'])
    expect(permissionsOf({ all: [age, { not: { any: [arrears] } }] })).toEqual([
      'segment:use',
      'segment:use-circumstances',
    ])
    expect(permissionsOf(presets.nuisance)).toContain('segment:use-circumstances')
  })

  it('offers each role the fields it may use', () => {
    expect(fieldsFor((permission) => can('caller', permission))).toEqual([])
    expect(fieldsFor((permission) => can('coordinator', permission))).toEqual(fieldNames)
    const without = fieldsFor((permission) => permission === 'segment:use')
    expect(without).toHaveLength(fieldNames.length - 4)
  })

  it('marks every field that reads arrears or nuisance', () => {
    for (const name of fieldNames) {
      const { joins, permission } = fieldOf(name)
      expect([name, permission === 'segment:use-circumstances']).toEqual([name, joins === 'circumstance'])
    }
  })
})
