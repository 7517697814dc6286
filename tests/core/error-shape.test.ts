import { expect, test } from 'vitest'
import { errorShape } from '#app/core/error-shape.ts'

test('of an error its type, code and places are kept, and not a word of its message', () => {
  const error = Object.assign(new RangeError('mevrouw De Wit\n    at Molenweg 12'), { code: '22008' })
  expect(errorShape(error)).toMatchObject({ type: 'RangeError', code: '22008' })
  expect(errorShape(error).at[0]).toContain('error-shape.test.ts')
  expect(JSON.stringify(errorShape(error))).not.toMatch(/De Wit|Molenweg/)
})

test('of several at once each is kept', () => {
  const { type, causes } = errorShape(new AggregateError([new TypeError('a'), new RangeError('b')]))
  expect([type, causes?.map((cause) => cause.type)]).toEqual(['AggregateError', ['TypeError', 'RangeError']])
})

test('what is thrown and is no error is kept by its kind', () => {
  expect(errorShape('mevrouw De Wit')).toEqual({ type: 'string', at: [] })
})
