import { expect, test } from 'vitest'
import type { ImportCounts } from '#app/tenant-lists/import-counts.ts'
import { warningsOf } from '#app/tenant-lists/import-warnings.ts'
import { reasonKey } from '#app/tenant-lists/reason-keys.ts'

const calm: ImportCounts = {
  rows: 100,
  new: 0,
  changed: 0,
  unchanged: 100,
  duplicate: 0,
  rejected: {},
  warned: {},
  warnedRows: 0,
  distinctTenants: 100,
  homes: 90,
  gone: 0,
  returned: 0,
  changedFields: {},
  known: 100,
}
const around = { listedOn: '2026-11-22', newestListedOn: '2026-11-15' }

test.each<[string, Partial<ImportCounts>, object, string[]]>([
  ['nothing unusual', {}, {}, []],
  ['a first list', { new: 100, unchanged: 0, known: 0 }, { newestListedOn: null }, []],
  ['one field changes on 29 of 100', { changed: 29, unchanged: 71, changedFields: { email: 29 } }, {}, []],
  [
    'one field changes on 30 of 100',
    { changed: 30, unchanged: 70, changedFields: { email: 30 } },
    {},
    ['field-changes-much'],
  ],
  ['9 of 100 vanish', { gone: 9 }, {}, []],
  ['10 of 100 vanish', { gone: 10 }, {}, ['many-gone']],
  ['a tenth is rejected', { rejected: { 'missing name': 10 } }, {}, ['many-rejected']],
  ['an older list', {}, { listedOn: '2026-11-14' }, ['older-list']],
  ['a list of the same day', {}, { listedOn: '2026-11-15' }, []],
  ['not one tenant number known here', { new: 100, unchanged: 0, gone: 100 }, {}, ['unknown-tenants', 'many-gone']],
])('%s: asks %s', (_, counts, changed, codes) => {
  expect(warningsOf({ ...calm, ...counts }, { ...around, ...changed }).map(({ code }) => code)).toEqual(codes)
})

test('reasons are called in counts as in the truth files', () => {
  expect(
    [
      'missing-tenant-number',
      'missing-name',
      'impossible-birth-date',
      'invalid-phone-number',
      'invalid-email-address',
      'invalid-postcode',
    ].map((code) => reasonKey(code as never)),
  ).toEqual([
    'missing tenant number',
    'missing name',
    'impossible birth date',
    'invalid phone number',
    'invalid e-mail address',
    'invalid postcode',
  ])
})
