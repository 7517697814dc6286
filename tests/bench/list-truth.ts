import { createReadStream, readFileSync } from 'node:fs'
import { parse } from 'csv-parse'
import type { ImportCounts } from '#app/tenant-lists/import-counts.ts'

export type Truth = Pick<ImportCounts, 'rows' | 'distinctTenants' | 'homes' | 'rejected' | 'warned'> & {
  duplicateRows: number
}

/**
 * What a correct import of a generated list of the itris dialect must find. All of it comes from the truth file, but for
 * one count: where two neighbours on one contract were given the same wrong postcode by chance, the truth file counts
 * two mistakes and the list shows one. That one is counted in the list itself.
 */
export async function truthOf(path: string): Promise<Truth> {
  const truth = JSON.parse(readFileSync(`${path}.truth.json`, 'utf8')) as Truth
  const seen = await homesWithWrongPostcode(path)
  const stated = truth.warned['invalid postcode'] ?? 0
  if (seen > stated) throw new Error(`The list shows ${seen} wrong postcodes, its truth file ${stated}.`)
  return { ...truth, warned: { ...truth.warned, 'invalid postcode': seen } }
}

// All the wrong ones that the generator writes.
const wrong = new Set(['0000 AA', '12345', 'BE-2000', '49 1A'])

async function homesWithWrongPostcode(path: string): Promise<number> {
  const found = new Set<string>()
  const rows = createReadStream(path).pipe(parse({ delimiter: ';', encoding: 'latin1', columns: true }))
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    const { Huurdernr: number, Achternaam: name, Postcode: postcode = '', 'VHE-nummer': home } = row
    if (number && name && wrong.has(postcode)) found.add(`${home} ${postcode}`)
  }
  return found.size
}
