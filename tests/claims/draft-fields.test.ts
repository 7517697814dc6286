import { expect, test } from 'vitest'
import { draftFieldsIn } from '#app/claims/draft-fields.ts'

test('a draft holds every field but what belongs to one opening of the form', () => {
  const form = new FormData()
  const fields = [
    ['key', 'k'],
    ['fence', '3'],
    ['startedAt', 't'],
    ['afterwards', 'next'],
    ['notes', 'Zij tuiniert graag'],
    ['topics[]', 'chat'],
    ['topics[]', 'garden'],
  ] as const
  for (const [name, value] of fields) form.append(name, value)
  expect(draftFieldsIn(form)).toEqual({ notes: ['Zij tuiniert graag'], 'topics[]': ['chat', 'garden'] })
})
