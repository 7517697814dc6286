import { expect, test } from 'vitest'
import { fillScript } from '#app/campaigns/fill-script.ts'
import { defaultScripts } from '#app/campaigns/script.ts'

const names = { caller: 'Anouk de Boer', corporation: 'De Linde', tenant: 'mevrouw Van der Dekker' }

test('the names of both and of the corporation stand in the sentence', () => {
  const text = 'Goedemiddag, u spreekt met (uw naam) van (de corporatie), uw verhuurder. Spreek ik met (naam)?'
  expect(fillScript(text, names)).toBe(
    'Goedemiddag, u spreekt met Anouk de Boer van De Linde, uw verhuurder. Spreek ik met mevrouw Van der Dekker?',
  )
})

test.each([
  ['(Uw naam)', 'Anouk de Boer'],
  ['[naam huurder]', 'mevrouw Van der Dekker'],
  ['{{naam}}', 'mevrouw Van der Dekker'],
  ['(the corporation)', 'De Linde'],
  ['(bel 112)', '(bel 112)'],
  ['(constructor)', '(constructor)'],
  ['hoe gaat het (echt)?', 'hoe gaat het (echt)?'],
])('of "%s" comes "%s"', (written, filled) => {
  expect(fillScript(written, names)).toBe(filled)
})

test('a name with a dollar sign is no pattern', () => {
  expect(fillScript('(naam)', { ...names, tenant: "meneer $& $' Bos" })).toBe("meneer $& $' Bos")
})

test('the scripts that come with it leave nothing to fill in', () => {
  for (const script of Object.values(defaultScripts))
    for (const { text } of script) expect(fillScript(text, names)).not.toMatch(/[([{].*naam.*[)\]}]|\(de corporatie\)/)
})
