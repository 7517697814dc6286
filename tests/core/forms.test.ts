import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseForm } from '#app/core/forms.ts'

const schema = z.object({ name: z.string().min(1, 'required'), ids: z.array(z.string()).default([]) })

function formOf(...fields: [string, string][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

test('a field is read by its name, and one that ends in [] as all that was posted', () => {
  const form = formOf(['name', 'Anna'], ['ids[]', 'a'], ['ids[]', 'b'])
  expect(parseForm(schema, form)).toEqual({ ok: true, value: { name: 'Anna', ids: ['a', 'b'] } })
})

test('what the database cannot hold does not reach it', () => {
  const form = formOf(['name', 'An\0na'], ['ids[]', 'a\0'])
  expect(parseForm(schema, form)).toEqual({ ok: true, value: { name: 'Anna', ids: ['a'] } })
  expect(parseForm(schema, formOf(['name', '\0']))).toEqual({ ok: false, errors: { name: 'required' } })
})
