import { expect, test } from 'vitest'
import { sentenceOf } from '#app/ui/catalogue.ts'

const sentences = { required: 'Vul dit in.' }

test('a code that is known has its sentence, and anything else that an address may say has the other one', () => {
  expect(sentenceOf(sentences, 'required', 'Dat ging niet.')).toBe('Vul dit in.')
  for (const odd of ['__proto__', 'constructor', 'toString', '', 'hasOwnProperty'])
    expect(sentenceOf(sentences, odd, 'Dat ging niet.')).toBe('Dat ging niet.')
})
