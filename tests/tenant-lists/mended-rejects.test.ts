import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { systemScope } from '#app/core/scope.server.ts'
import { rejectsFile } from '#app/tenant-lists/rejects-file.server.ts'
import { nl } from '#app/tenant-lists/words.nl.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from '#tests/support/database.ts'
import { applied, fingerprint, folder } from './lists.ts'

beforeAll(async () => {
  await useDatabase()
})

const header = 'Huurdernr;Voorletters;Achternaam;Geboortedatum;Straat;Huisnr;Postcode;Plaats;VHE;Mobiel;Achterstand'
const rowOf = (at: number, name = `Proef${at}`) =>
  `T${at};A.;${name};25-11-1946;Zonlaan;${at};1234 AB;Lindedam;V${at};+3161000000${at};-12,50`

let made = 0
function fileOf(text: string): string {
  const path = join(folder, `mended-${process.pid}-${++made}.csv`)
  writeFileSync(path, text)
  return path
}
const listOf = (rows: string[]) => fileOf(`${[header, ...rows].join('\r\n')}\r\n`)

test('rejected rows that were mended give what they would have given at first, and nobody leaves', async () => {
  const [right, mended] = [await aCorporation(), await aCorporation()]
  await applied(right, listOf([rowOf(1), rowOf(2), rowOf(3)]))
  const first = await applied(mended, listOf([rowOf(1), rowOf(2, ''), rowOf(3)]))
  const words = { ...nl.rejectsFile, sentence: (reason: keyof typeof nl.rejections) => nl.rejections[reason] }
  const file = await rejectsFile(systemScope(mended.id), first.importId, { words, withCircumstances: true })
  let text = ''
  for await (const line of file ?? []) text += line
  expect(text).toContain("'+31610000002")
  const { counts } = await applied(mended, fileOf(text.replace('T2;A.;;', 'T2;A.;Proef2;')))
  expect(counts).toMatchObject({ new: 1, gone: 0, warnedRows: 0 })
  expect(await fingerprint(mended)).toBe(await fingerprint(right))
})
