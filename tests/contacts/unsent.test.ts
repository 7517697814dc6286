import { expect, test } from 'vitest'
import { markSent, markTyped, notesWith, unsentIn } from '#app/contacts/unsent.ts'

const aField = (value: string, fields: Partial<{ type: string; defaultValue: string }> = {}) => ({
  ...{ type: 'textarea', value, defaultValue: '' },
  ...fields,
})
const aStep = (...elements: unknown[]) => ({ dataset: {} as Record<string, string | undefined>, elements })

test('words that were typed and not sent are found, whichever form they stand in', () => {
  const [empty, step] = [aStep(aField('')), aStep({ type: 'submit' }, aField('Het is de keuken.'))]
  markTyped(empty)
  markTyped(step)
  expect(unsentIn([empty, step])).toMatchObject({ value: 'Het is de keuken.' })
  markSent(step)
  expect(unsentIn([empty, step])).toBeNull()
})

test('what stood there already, what is chosen and what goes along unseen is nothing typed', () => {
  const steps = [
    aStep(aField('Hal', { defaultValue: 'Hal' })),
    aStep(aField('yes', { type: 'radio' })),
    aStep(aField('12', { type: 'hidden' })),
    aStep(aField('4', { type: 'select-one' })),
  ]
  for (const step of steps) markTyped(step)
  expect(unsentIn(steps)).toBeNull()
})

test('what was typed in a step and not sent stands below the notes, once, and nothing else of it', () => {
  const step = aStep(
    aField(' Hal, tweede deur '),
    aField('urgent', { type: 'select-one' }),
    aField('0612345678', { type: 'tel' }),
  )
  expect(notesWith('Zij huilt.', step)).toBeNull()
  markTyped(step)
  expect(notesWith('Zij huilt.\n', step)).toBe('Zij huilt.\nHal, tweede deur\n0612345678')
  expect(notesWith('', step)).toBe('Hal, tweede deur\n0612345678')
  expect(notesWith('Hal, tweede deur\n0612345678', step)).toBeNull()
  markSent(step)
  expect(notesWith('Zij huilt.', step)).toBeNull()
})
