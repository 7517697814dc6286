import { expect, test } from 'vitest'
import { headingName, letterName, type PersonName, spokenName, writtenName } from '#app/tenants/names.ts'

const kuipers: PersonName = { sex: 'V', initials: 'A.', infix: 'van der', lastName: 'Kuipers' }
const man: PersonName = { ...kuipers, sex: 'M' }

test.each<[string, PersonName, { said: string; heading: string; list: string; letter: string }]>([
  [
    'a woman',
    kuipers,
    {
      said: 'mevrouw Van der Kuipers',
      heading: 'Mevrouw Van der Kuipers',
      list: 'Mevrouw A. van der Kuipers',
      letter: 'Mevrouw A. van der Kuipers',
    },
  ],
  [
    'a man: meneer on every screen, de heer on paper alone',
    man,
    {
      said: 'meneer Van der Kuipers',
      heading: 'Meneer Van der Kuipers',
      list: 'Meneer A. van der Kuipers',
      letter: 'De heer A. van der Kuipers',
    },
  ],
  [
    'somebody of whom no list says more than the last name',
    { ...man, initials: null },
    {
      said: 'meneer Van der Kuipers',
      heading: 'Meneer Van der Kuipers',
      list: 'Meneer Van der Kuipers',
      letter: 'De heer Van der Kuipers',
    },
  ],
  [
    'somebody without a known sex',
    { ...kuipers, sex: null },
    {
      said: 'A. van der Kuipers',
      heading: 'A. van der Kuipers',
      list: 'A. van der Kuipers',
      letter: 'A. van der Kuipers',
    },
  ],
])('%s', (_, person, { said, heading, list, letter }) => {
  expect(spokenName(person)).toBe(said)
  expect(headingName(person)).toBe(heading)
  expect(writtenName(person)).toBe(list)
  expect(letterName(person)).toBe(letter)
})

test('in English', () => {
  expect(writtenName(man, 'en')).toBe('Mr A. van der Kuipers')
  expect(headingName(kuipers, 'en')).toBe('Ms Van der Kuipers')
})
