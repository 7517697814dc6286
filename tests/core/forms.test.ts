import { expect, test } from 'vitest'
import { z } from 'zod'
import { ReadForm } from '#app/core/form-fields.ts'
import { parseForm, parseInput } from '#app/core/forms.ts'
import { ownPath } from '#app/core/own-path.ts'
import { readForm } from '#app/core/read-form.server.ts'

const schema = z.object({ name: z.string().min(1, 'required'), ids: z.array(z.string()).default([]) })

const urlEncoded = 'application/x-www-form-urlencoded'
const posted = (body: string, type: string | null = urlEncoded) => {
  const request = new Request('http://localhost:3000/page', { method: 'POST', body })
  request.headers.delete('Content-Type')
  if (type !== null) request.headers.set('Content-Type', type)
  return request
}
const statusOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 200,
    (refusal: Response) => refusal.status,
  )

test('a field is read by its name, and one that ends in [] as all that was posted', () => {
  const form = new ReadForm([
    ['name', 'Anna'],
    ['ids[]', 'a'],
    ['ids[]', 'b'],
  ])
  expect(parseForm(schema, form)).toEqual({ ok: true, value: { name: 'Anna', ids: ['a', 'b'] } })
})

test('what the database cannot hold does not reach it', async () => {
  const form = await readForm(posted('name=An%00na&ids[]=a%00'))
  expect(parseForm(schema, form)).toEqual({ ok: true, value: { name: 'Anna', ids: ['a'] } })
  expect(parseForm(schema, await readForm(posted('name=%00')))).toEqual({ ok: false, errors: { name: 'required' } })
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is a name like any other', async (name) => {
  const form = await readForm(posted(`${name}=a&${name}=b&${name}[]=c&name=Anna`))
  expect(form.getAll(name)).toEqual(['a', 'b'])
  expect(parseForm(schema, form)).toEqual({ ok: true, value: { name: 'Anna', ids: [] } })
  expect(parseForm(z.strictObject({ name: z.string() }), form)).toEqual({ ok: false, errors: { form: 'other' } })
  expect(({} as Record<string, unknown>).a).toBeUndefined()
})

test('what a schema has no message for is not said in the words of the library', () => {
  const strict = z.object({ name: z.string(), role: z.enum(['a']), at: z.coerce.date(), count: z.number('number') })
  expect(parseInput(strict, { role: 'b', at: 'never', count: 'x' })).toEqual({
    ok: false,
    errors: { name: 'required', role: 'other', at: 'other', count: 'number' },
  })
})

test.each([null, 'text/plain', 'application/json', 'multipart/form-data', 'application/x-www-form-urlencodedx'])(
  'a body that says it is %s is no form',
  async (type) => {
    expect(await statusOf(readForm(posted('name=Anna', type)))).toBe(415)
  },
)

test.each([urlEncoded, `${urlEncoded};charset=UTF-8`, 'Application/X-WWW-Form-Urlencoded'])(
  'a body that says it is %s is one',
  async (type) => {
    expect((await readForm(posted('name=Anna&b=%E0%A4%A', type))).get('name')).toBe('Anna')
  },
)

test('a form with more fields than any of ours is refused before they are looked at', async () => {
  expect(await statusOf(readForm(posted('&'.repeat(4_999))))).toBe(200)
  expect(await statusOf(readForm(posted('&'.repeat(5_000))))).toBe(413)
})

test('reading costs what the form is long, whatever its names', async () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}=1`).join('&')
  const cost = async (body: string) => {
    const startedAt = performance.now()
    parseForm(schema, await readForm(posted(body)))
    return performance.now() - startedAt
  }
  await cost(names(5_000))
  expect(await cost(names(5_000))).toBeLessThan(100)
  expect(await cost('a=1&'.repeat(4_999))).toBeLessThan(100)
})

test.each([
  ['/calls/1?a=b&c=%20d', '/calls/1?a=b&c=%20d'],
  ['/', '/'],
  ['//elsewhere.example', '/home'],
  ['/\\elsewhere.example', '/home'],
  ['/a//elsewhere.example', '/home'],
  ['/./elsewhere', '/home'],
  ['/\u0001x', '/home'],
  ['/a b', '/home'],
  ['/é', '/home'],
  ['https://elsewhere.example', '/home'],
  [null, '/home'],
])('from %o one goes back to %s', (text, path) => {
  expect(ownPath(text, '/home')).toBe(path)
})
