import { expect, test } from 'vitest'
import { redactedError } from '#app/core/redacted-error.ts'

test('of an error its type, code and places are kept, and not a word of its message', () => {
  const error = Object.assign(new RangeError('mevrouw De Wit\n    at Molenweg 12'), { code: '22008' })
  expect(redactedError(error)).toMatchObject({ type: 'RangeError', code: '22008' })
  expect(redactedError(error).at[0]).toContain('redacted-error.test.ts')
  expect(JSON.stringify(redactedError(error))).not.toMatch(/De Wit|Molenweg/)
})

test('of several at once each is kept', () => {
  const { type, causes } = redactedError(new AggregateError([new TypeError('a'), new RangeError('b')]))
  expect([type, causes?.map((cause) => cause.type)]).toEqual(['AggregateError', ['TypeError', 'RangeError']])
})

test('what is thrown and is no error is kept by its kind', () => {
  expect(redactedError('mevrouw De Wit')).toEqual({ type: 'string', at: [] })
})
