import { expect, it } from 'vitest'
import { inspectTenantList } from '#imports/read-list.ts'
import { hasDamagedLetters } from '#imports/text.ts'
import { readAll, scratch } from './scratch.ts'

const { fileOf } = scratch()

it.each(['RenŽe', 'MŸller', '‚elik', 'RenÃ©e', 'MÃ¼ller', 'Ren├®e', 'Ren√©e', 'Zo\ufffd'])('%j looks damaged', (name) =>
  expect(hasDamagedLetters(name)).toBe(true),
)

it.each([
  'Renée',
  'Müller',
  'Çelik',
  'ŽIVKOVIĆ',
  'Živković',
  'Šarić',
  'D’Hondt',
  'MÜLLER',
  'Daniëls',
  'Brüggen – €',
  'Jansen',
])('%j does not', (name) => expect(hasDamagedLetters(name)).toBe(false))

it('a name with damaged letters is warned of, and a closing 0x1A is no row', async () => {
  const text = 'Huurdernr;Achternaam;Mobiel\r\n1;RenÃ©e;0612345678\r\n2;Bos;0612345679\r\n\x1a'
  const file = fileOf('damaged.csv', text)
  const inspection = await inspectTenantList(file)
  if (!inspection.ok) throw new Error(inspection.reason)
  expect(await readAll(file, inspection.mapping)).toMatchObject([
    { warnings: [{ code: 'unreadable-characters', field: 'lastName' }] },
    { warnings: [] },
  ])
})
