import { expect, test } from 'vitest'
import { ariaKeys, comboOf, type FocusKind, keysText, mayAct, normalCombo } from '#app/ui/key-combo.ts'

const stroke = (key: string, held: string[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
})

test.each([
  ['1', [], '1'],
  ['J', ['shift'], 'j'],
  ['?', ['shift'], '?'],
  ['Enter', ['ctrl'], 'ctrl+enter'],
  ['Enter', ['meta'], 'ctrl+enter'],
  ['Enter', ['shift', 'ctrl'], 'ctrl+shift+enter'],
  [' ', [], 'space'],
  ['+', [], '+'],
  ['ArrowDown', ['alt'], 'alt+arrowdown'],
])('%s with %s is %s', (key, held, combo) => expect(comboOf(stroke(key, held))).toBe(combo))

test('the order in which a combination is written does not matter', () => {
  expect(normalCombo('Enter+Shift+Ctrl')).toBe('ctrl+shift+enter')
})

test.each<[string, FocusKind, boolean]>([
  ['1', 'none', true],
  ['1', 'typing', false],
  ['1', 'pressing', true],
  ['?', 'typing', false],
  ['ctrl+enter', 'typing', true],
  ['enter', 'pressing', false],
  ['enter', 'none', true],
  ['space', 'pressing', false],
  ['escape', 'typing', true],
  ['f2', 'typing', true],
  ['arrowdown', 'typing', false],
])('%s while %s: %s', (combo, focus, may) => expect(mayAct(combo, focus, true)).toBe(may))

test('with single keys off, only combinations and named keys act', () => {
  expect(mayAct('1', 'none', false)).toBe(false)
  expect(mayAct('/', 'none', false)).toBe(false)
  expect(mayAct('enter', 'none', false)).toBe(true)
  expect(mayAct('ctrl+enter', 'none', false)).toBe(true)
})

test('a key is shown and announced in its own way', () => {
  expect(keysText('ctrl+enter')).toBe('Ctrl+↵')
  expect(keysText('j')).toBe('J')
  expect(ariaKeys('ctrl+enter')).toBe('Control+Enter')
  expect(ariaKeys('/')).toBe('/')
})
