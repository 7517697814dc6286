import { expect, test } from 'vitest'
import { defaultScripts, scriptSchema } from '#app/campaigns/script.ts'
import { parseInput } from '#app/core/forms.ts'

const fine = { title: 'Voorstellen', text: 'U spreekt met (uw naam).' }

test.each(['Vraag naar de betalingsachterstand.', 'Er is overlast gemeld.', 'Ask about the arrears.'])(
  'a script that says "%s" is refused at its part, in text and heading',
  (words) => {
    expect(parseInput(scriptSchema, [fine, { ...fine, text: words }])).toEqual({
      ok: false,
      errors: { '1.text': 'tells-too-much' },
    })
    expect(parseInput(scriptSchema, [{ ...fine, title: words }])).toEqual({
      ok: false,
      errors: { '0.title': 'tells-too-much' },
    })
  },
)

test('an empty part is named as such, and the scripts that come with it are fine', () => {
  expect(parseInput(scriptSchema, [{ title: '', text: ' ' }])).toEqual({
    ok: false,
    errors: { '0.title': 'required', '0.text': 'required' },
  })
  for (const script of Object.values(defaultScripts)) expect(parseInput(scriptSchema, script).ok).toBe(true)
})
