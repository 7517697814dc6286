import { describe, expect, it } from 'vitest'
import { type Name, type NameCells, readName } from '#imports/names.ts'

const empty: NameCells = {
  salutation: '',
  initials: '',
  firstName: '',
  infix: '',
  lastName: '',
  fullName: '',
  hasInfixColumn: false,
}
const read = (cells: Partial<NameCells>): Name | null => readName({ ...empty, ...cells })

describe('names', () => {
  it.each<[string, Partial<Name>]>([
    [
      'Mevr. A.B. van der Berg',
      { salutation: 'mevrouw', initials: 'A.B.', infix: 'van der', lastName: 'Berg', sex: 'V' },
    ],
    ['Dhr. D.L. de Brüggen', { salutation: 'de heer', initials: 'D.L.', infix: 'de', lastName: 'Brüggen', sex: 'M' }],
    ['De heer J. Jansen', { salutation: 'de heer', initials: 'J.', infix: null, lastName: 'Jansen', sex: 'M' }],
    ['Mw. E. El Idrissi', { initials: 'E.', infix: null, lastName: 'El Idrissi' }],
    ['Dhr. R. el El Idrissi', { initials: 'R.', infix: 'el', lastName: 'El Idrissi' }],
    ["Mevr. E. in 't Veld", { infix: "in 't", lastName: 'Veld' }],
    ['De heer/mevrouw Jansen', { salutation: 'de heer/mevrouw', sex: null, lastName: 'Jansen' }],
    ['Dhr. A. Jansen e.a.', { initials: 'A.', lastName: 'Jansen' }],
    ['De erven van A. Jansen', { isEstate: true, initials: 'A.', lastName: 'Jansen' }],
    ['Erven de heer P. de Vries', { isEstate: true, salutation: 'de heer', infix: 'de', lastName: 'Vries' }],
    ['Dhr. J. Jansen; geb. "Vries"', { initials: 'J.', lastName: 'Jansen; geb. "Vries"' }],
    ['Jan Willem van der Berg', { firstName: 'Jan Willem', infix: 'van der', lastName: 'Berg' }],
    ['Fatima El Idrissi', { firstName: 'Fatima', lastName: 'El Idrissi' }],
    ['Jan Jansen', { firstName: 'Jan', lastName: 'Jansen' }],
    ['Jansen', { firstName: null, initials: null, lastName: 'Jansen' }],
    ['Berg, A.B. van der', { initials: 'A.B.', infix: 'van der', lastName: 'Berg' }],
    ['Jansen, Jan', { firstName: 'Jan', lastName: 'Jansen' }],
    ['Th.J.M. Smit', { initials: 'Th.J.M.', lastName: 'Smit' }],
    ['A B Smit', { initials: 'AB', lastName: 'Smit' }],
    ['Fam. De Jong', { salutation: 'familie', infix: 'De', lastName: 'Jong' }],
  ])('%s is split', (fullName, expected) => {
    expect(read({ fullName })).toMatchObject(expected)
  })

  it.each<[Partial<NameCells>, Partial<Name>]>([
    [{ lastName: 'Berg, van der' }, { infix: 'van der', lastName: 'Berg' }],
    [{ lastName: 'van der Berg' }, { infix: 'van der', lastName: 'Berg' }],
    [
      { lastName: 'El Idrissi', hasInfixColumn: true },
      { infix: null, lastName: 'El Idrissi' },
    ],
    [{ lastName: 'El Idrissi' }, { infix: null, lastName: 'El Idrissi' }],
    [
      { lastName: 'Berg', infix: 'van den' },
      { infix: 'van den', lastName: 'Berg' },
    ],
    [{ lastName: 'Jansen; geb. "Vries"' }, { lastName: 'Jansen; geb. "Vries"' }],
    [{ lastName: 'JANSEN' }, { lastName: 'JANSEN' }],
    [{ lastName: 'Jansen e.a.' }, { lastName: 'Jansen' }],
    [{ lastName: 'Andrea' }, { lastName: 'Andrea' }],
    [{ lastName: 'Ververs' }, { lastName: 'Ververs', isEstate: false }],
    [
      { lastName: 'Jansen', salutation: 'De erven van' },
      { isEstate: true, salutation: null },
    ],
    [
      { lastName: 'Jansen', salutation: 'Mevr.' },
      { salutation: 'mevrouw', sex: 'V' },
    ],
    [
      { lastName: 'Jansen', salutation: 'DHR' },
      { salutation: 'de heer', sex: 'M' },
    ],
    [
      { lastName: 'Jansen', salutation: 'BLANCO' },
      { salutation: null, sex: null },
    ],
    [{ firstName: 'Suharto' }, { lastName: 'Suharto', firstName: null }],
  ])('%j is read', (cells, expected) => {
    expect(read(cells)).toMatchObject(expected)
  })

  it.each<Partial<NameCells>>([
    {},
    { salutation: 'Mevr.' },
    { initials: 'A.' },
    { fullName: 'Mevr.' },
    { infix: 'van' },
  ])('%j is nobody to call', (cells) => {
    expect(read(cells)).toBeNull()
  })
})
