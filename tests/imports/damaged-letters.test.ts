import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Encoding } from '#imports/mapping-schema.ts'
import { inspectTenantList } from '#imports/read-list.ts'
import { repairTwiceRead } from '#imports/readers/twice-read.ts'
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
  const text = 'Huurdernr;Achternaam;Mobiel\r\n1;Ren‚e;0612345678\r\n2;Bos;0612345679\r\n\x1a'
  const file = fileOf('damaged.csv', text)
  const inspection = await inspectTenantList(file)
  if (!inspection.ok) throw new Error(inspection.reason)
  expect(await readAll(file, inspection.mapping)).toMatchObject([
    { warnings: [{ code: 'unreadable-characters', field: 'lastName' }] },
    { warnings: [] },
  ])
})

const names = ['Renée', 'Müller', 'Çelik', 'Daniëls', 'François', 'GRÖNING', 'Jansen']
const listOf = (people: readonly string[]) =>
  `Huurdernr;Achternaam;Mobiel\r\n${people.map((name, at) => `${at + 1};${name};061234567${at}`).join('\r\n')}\r\n`

async function lookAt(file: string, choices: { encoding?: Encoding } = {}) {
  const look = await inspectTenantList(file, choices)
  if (!look.ok) throw new Error(look.reason)
  return look
}

async function namesIn(file: string, choices: { encoding?: Encoding } = {}) {
  const results = await readAll(file, (await lookAt(file, choices)).mapping)
  return results.map((result) => (result.outcome === 'accepted' ? result.row.lastName : result.reason))
}

/** UTF-8 that was taken for another character set so many times. */
function misread(text: string, { encoding, times }: { encoding: string; times: number }): string {
  let damaged = text
  for (let time = 0; time < times; time++) damaged = takenFor(damaged, encoding)
  return damaged
}

function takenFor(text: string, encoding: string): string {
  const bytes = [...Buffer.from(text)]
  const signs = bytes.map((byte) => iconv.decode(Buffer.from([byte]), encoding))
  // Windows leaves the five bytes it has no sign for as they are
  return signs.map((sign, at) => (sign === '\ufffd' ? String.fromCharCode(bytes[at] ?? 0) : sign)).join('')
}

describe('the letters of a whole file', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh', 'cp850'] as const)(
    'in %s are recognised by what they do to names',
    async (encoding) => {
      const file = fileOf(`${encoding}.csv`, iconv.encode(listOf(names), encoding))
      expect((await lookAt(file)).mapping.encoding).toBe(encoding)
      expect(await namesIn(file)).toEqual(names)
    },
  )

  it('are recognised however far down the first of them stands, and across the pieces a file is read in', async () => {
    const plain = Array.from({ length: 30_000 }, () => 'Jansen')
    for (const encoding of ['macintosh', 'utf-16be'] as const) {
      const file = fileOf(`far-${encoding}.csv`, iconv.encode(listOf([...plain, ...names]), encoding))
      expect((await namesIn(file)).slice(-names.length)).toEqual(names)
    }
  })

  it('of Windows stay those of Windows, with a name in them that was damaged before', async () => {
    const people = ['Košir', 'Žižek', 'D’Hondt', 'Ren‚e', ...names]
    const file = fileOf('windows.csv', iconv.encode(listOf(people), 'windows-1252'))
    expect((await lookAt(file)).mapping.encoding).toBe('windows-1252')
    expect(await namesIn(file)).toEqual(people)
  })

  it('can be chosen by hand: what DOS wrote in America reads the same names', async () => {
    const file = fileOf('dos.csv', iconv.encode(listOf(names), 'cp437'))
    expect(await namesIn(file, { encoding: 'cp437' })).toEqual(names)
  })

  it('are shown with three names before and after, and nothing is shown of a list that is written as usual', async () => {
    const macintosh = await lookAt(fileOf('shown.csv', iconv.encode(listOf(names), 'macintosh')))
    expect(macintosh.letters).toEqual([
      { before: 'RenŽe', after: 'Renée' },
      { before: 'MŸller', after: 'Müller' },
      { before: '‚elik', after: 'Çelik' },
    ])
    const twice = await lookAt(fileOf('twice.csv', misread(listOf(names), { encoding: 'windows-1252', times: 1 })))
    expect(twice.letters[0]).toEqual({ before: 'RenÃ©e', after: 'Renée' })
    expect(twice.sampleRows[0]?.[1]).toBe('Renée')
    expect((await lookAt(fileOf('usual.csv', listOf(names)))).letters).toEqual([])
  })
})

describe('UTF-8 that was read as something else', () => {
  it.each([1, 2, 3])('%i times over is mended', async (times) => {
    const file = fileOf(`misread-${times}.csv`, misread(listOf(names), { encoding: 'windows-1252', times }))
    expect((await lookAt(file)).mapping.encoding).toBe('utf-8-read-twice')
    expect(await namesIn(file)).toEqual(names)
  })

  it.each(['macintosh', 'cp850', 'cp437'])('as %s, once or twice, is mended', (encoding) => {
    for (const times of [1, 2]) {
      expect(names.map((name) => repairTwiceRead(misread(name, { encoding, times })))).toEqual(names)
    }
  })

  it('is mended in the cells where it happened, and what is right stays', async () => {
    const file = fileOf('mixed.csv', listOf(['RenÃ©e', 'Müller', 'João', 'Åse', 'JOÃO', '«Ä»']))
    expect(await namesIn(file)).toEqual(['Renée', 'Müller', 'João', 'Åse', 'JOÃO', '«Ä»'])
  })
})
