import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { describe, expect, it, vi } from 'vitest'
import { mappingSchema } from '#imports/mapping-schema.ts'
import { inspectTenantList, readTenantList } from '#imports/read-list.ts'
import { readAll, scratch, today } from './scratch.ts'

vi.setConfig({ testTimeout: 60_000 })

const { fileOf, path } = scratch()
const generator = fileURLToPath(new URL('../support/tenant-list.mjs', import.meta.url))
const names = { utf8: 'utf8', utf8bom: 'utf8', win1252: 'win1252', utf16le: 'utf16le' } as const
const dialects = ['itris', 'dynamics', 'viewpoint', 'plain'] as const

async function inspected(file: string) {
  const inspection = await inspectTenantList(file)
  if (!inspection.ok) throw new Error(inspection.reason)
  return inspection
}

describe.each(dialects)('a list of the %s dialect', (profile) => {
  it.each(['utf8', 'utf8bom', 'win1252', 'utf16le'] as const)(
    'in %s gives what its truth file says',
    async (encoding) => {
      const file = path(`${profile}-${encoding}.csv`)
      const seed = String(dialects.indexOf(profile) + 11)
      execFileSync(process.execPath, [
        generator,
        '--rows',
        '2500',
        '--profile',
        profile,
        '--encoding',
        encoding,
        '--seed',
        seed,
        '--out',
        file,
      ])
      const truth = JSON.parse(readFileSync(`${file}.truth.json`, 'utf8'))
      const { mapping, missing, suggestions } = await inspected(file)
      expect(missing).toEqual([])
      expect(suggestions.filter(({ field }) => field === null)).toEqual([])
      const results = await readAll(file, mappingSchema.parse(mapping))

      const rejected: Record<string, number> = {}
      const warned: Record<string, Set<string>> = {}
      for (const result of results) {
        if (result.outcome === 'rejected') rejected[result.reason] = (rejected[result.reason] ?? 0) + 1
        else
          for (const { code } of result.warnings)
            warned[code] = (warned[code] ?? new Set()).add(result.row.tenantNumber)
      }
      expect(results.length).toBe(truth.rows)
      expect(rejected).toEqual({
        'missing-tenant-number': truth.rejected['missing tenant number'],
        'missing-name': truth.rejected['missing name'],
      })
      expect(Object.keys(warned).sort()).toEqual([
        'impossible-birth-date',
        'invalid-email-address',
        'invalid-phone-number',
        'invalid-postcode',
      ])
      expect(warned['impossible-birth-date']?.size).toBe(truth.warned['impossible birth date'])
      expect(warned['invalid-phone-number']?.size).toBe(truth.warned['invalid phone number'])
      expect(warned['invalid-email-address']?.size).toBe(truth.warned['invalid e-mail address'])
      expect(warned['invalid-postcode']?.size).toBe(badPostcodes(file, encoding, mapping.delimiter))
      expect(criteria(results)).toEqual(expectedCriteria(truth))
    },
  )
})

/** The list itself also has co-tenants with their neighbour's bad postcode. */
function badPostcodes(file: string, encoding: keyof typeof names, delimiter: string): number {
  const text = iconv.decode(readFileSync(file), names[encoding])
  const rows = parse(text, {
    delimiter,
    columns: (header: string[]) => header.map((name) => name.toLowerCase()),
  }) as Record<string, string>[]
  const numberOf = (row: Record<string, string>) =>
    row.huurdernr ?? row.relatienummer ?? row.klantnummer ?? row.tenant_number ?? ''
  const isNamed = (row: Record<string, string>) =>
    Boolean(row.achternaam ?? row.naam ?? row.geslachtsnaam ?? row.last_name)
  const bad = rows.filter((row) => /^(?:0000 AA|12345|BE-2000|49 1A)$/.test(row.postcode ?? '') && isNamed(row))
  return new Set(bad.map(numberOf).filter(Boolean)).size
}

function criteria(results: Awaited<ReturnType<typeof readAll>>) {
  const last = new Map(
    results.flatMap((result) => (result.outcome === 'accepted' ? [[result.row.tenantNumber, result.row]] : [])),
  )
  const count = (test: (row: NonNullable<ReturnType<typeof last.get>>) => boolean) =>
    [...last.values()].filter(test).length
  const since = (date: string | null, days: number) =>
    date !== null && Date.parse(today) - Date.parse(date) <= days * 86_400_000
  return {
    tenants: last.size,
    homes: new Set([...last.values()].map((row) => row.homeNumber)).size,
    'age 80 or over': count(
      (row) => row.birthOn !== null && row.birthOn <= `${Number(today.slice(0, 4)) - 80}${today.slice(4)}`,
    ),
    'tenancy started in the last 90 days': count((row) => since(row.tenancyStartedOn, 90)),
    'nuisance reported or caused in the last 365 days': count(
      (row) => since(row.nuisanceReportedOn, 365) || since(row.nuisanceCausedOn, 365),
    ),
    'arrears now': count((row) => (row.arrearsCents ?? 0) > 0),
    'arrears in the last 365 days': count((row) => since(row.lastArrearsOn, 365)),
    'no usable e-mail address': count((row) => row.email === null),
    'do not call': count((row) => row.isDoNotCall === true),
    'no usable phone number': count((row) => row.landline === null && row.mobile === null),
  }
}

function expectedCriteria(truth: { distinctTenants: number; homes: number; criteria: Record<string, number> }) {
  const own = Object.entries(truth.criteria).filter(([name]) => !name.includes('callable'))
  return { tenants: truth.distinctTenants, homes: truth.homes, ...Object.fromEntries(own) }
}

describe('looking at a file', () => {
  it('finds the header under titles', async () => {
    const file = fileOf(
      'titles.csv',
      'Huurderslijst;;\nGedraaid op 22-11-2026;;\n\nHuurdernr;Achternaam;Mobiel\n1;Jansen;0612345678\n',
    )
    const { mapping, header } = await inspected(file)
    expect(mapping.headerRow).toBe(2)
    expect(header).toEqual(['Huurdernr', 'Achternaam', 'Mobiel'])
    expect(await readAll(file, mapping)).toMatchObject([{ rowNumber: 1, line: 5, row: { mobile: '+31612345678' } }])
  })

  it.each([';', ',', '\t', '|'] as const)('finds the delimiter %j', async (delimiter) => {
    const rows = [
      ['Huurdernr', 'Naam', 'Adres'],
      ['1', '"Jansen, A.; B."', 'Kerkstraat 1'],
      ['2', 'Smit', 'Plein 2'],
    ]
    const file = fileOf('delimiter.csv', rows.map((cells) => cells.join(delimiter)).join('\n'))
    expect((await inspected(file)).mapping.delimiter).toBe(delimiter)
  })

  it('reads Windows-1252 whose first accent stands far down the list', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i};Jansen\r\n`).join('')
    const file = fileOf(
      'late.csv',
      Buffer.from(
        `Huurdernr;Achternaam\r\n${rows}x;Brüggen – €\r\n`.replace('–', '\x96').replace('€', '\x80'),
        'latin1',
      ),
    )
    const { mapping } = await inspected(file)
    expect(mapping.encoding).toBe('windows-1252')
    expect((await readAll(file, mapping)).at(-1)).toMatchObject({ row: { lastName: 'Brüggen – €' } })
  })

  it('one character cut in half does not make a UTF-8 list Windows-1252, and its row is pointed out', async () => {
    const good = Buffer.from('Huurdernr;Achternaam\n1;Brüggen\n2;Daniëls\n3;Zoë\n4;Müller\n5;')
    const file = fileOf('cut.csv', Buffer.concat([good, Buffer.from([0xc3, 0x0a])]))
    const { mapping } = await inspected(file)
    expect(mapping.encoding).toBe('utf-8')
    expect((await readAll(file, mapping)).at(-1)).toMatchObject({ warnings: [{ code: 'unreadable-characters' }] })
  })

  it('keeps citizen service numbers out of sight', async () => {
    const file = fileOf('bsn.csv', 'Huurdernr;BSN;Achternaam\n1;111222333;Jansen\n2;123456782;\n')
    const { sampleRows, mapping } = await inspected(file)
    expect(sampleRows).toEqual([
      ['1', '', 'Jansen'],
      ['2', '', ''],
    ])
    expect(JSON.stringify(await readAll(file, mapping))).not.toMatch(/111222333|123456782/)
  })

  it('keeps them out of damaged rows and of columns that nobody named', async () => {
    const file = fileOf(
      'bsn-loose.csv',
      'Huurdernr;Kenmerk;Achternaam;Mobiel\n1;123456782;;0612345678\n2;Bos;111222333\n',
    )
    const rejected = await readAll(file, (await inspected(file)).mapping)
    expect(rejected).toMatchObject([
      { reason: 'missing-name', cells: ['1', '', '', '0612345678'] },
      { reason: 'too-few-cells', cells: ['2', 'Bos', ''] },
    ])
  })

  it('takes what a person chose instead', async () => {
    const file = fileOf('chosen.csv', 'lijst;x\nHuurdernr;Naam\n1;Jansen\n')
    expect(await inspectTenantList(file, { headerRow: 0 })).toMatchObject({ header: ['lijst', 'x'] })
  })
})

describe('reading rows', () => {
  it('rows that do not fit the header are rejected, each on its own line', async () => {
    const file = fileOf(
      'ragged.csv',
      'Huurdernr;Achternaam;Mobiel\n1;Jansen;\n2;Sm\nit;\n3;De; Vries;06\n4;Bos;;;\n5;"Kok\n6;Vos;\n',
    )
    const results = await readAll(file, (await inspected(file)).mapping)
    expect(results.map((result) => (result.outcome === 'rejected' ? result.reason : result.row.lastName))).toEqual([
      'Jansen',
      'too-few-cells',
      'too-few-cells',
      'too-many-cells',
      'Bos',
      'unclosed-quote',
      'Vos',
    ])
    expect(results.map(({ rowNumber }) => rowNumber)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('refuses a file whose columns have moved since they were mapped', async () => {
    const before = fileOf('before.csv', 'Huurdernr;Achternaam\n1;Jansen\n')
    const after = fileOf('after.csv', 'Huurdernr;Voornaam;Achternaam\n1;Jan;Jansen\n')
    const { mapping } = await inspected(before)
    await expect(readAll(after, mapping)).rejects.toMatchObject({
      refusal: { reason: 'header-changed', details: { missing: ['Achternaam'] } },
    })
  })

  it('stops when asked to, and tells how far it is', async () => {
    const file = fileOf('long.csv', `Huurdernr;Achternaam\n${'1;Jansen\n'.repeat(100_000)}`)
    const { mapping, totalBytes } = await inspected(file)
    const stop = new AbortController()
    const seen: number[] = []
    const reading = (async () => {
      for await (const batch of readTenantList(file, mapping, {
        today,
        signal: stop.signal,
        onProgress: (bytes) => seen.push(bytes),
      })) {
        expect(batch.totalBytes).toBe(totalBytes)
        stop.abort()
      }
    })()
    await expect(reading).rejects.toThrow(/abort/i)
    expect(seen).toHaveLength(1)
  })
})
