import { expect, test } from 'vitest'
import { source, sources } from '#tests/support/sources.ts'

/** What a module tells of a tenant is in their history, with its words. */
const modulesWith = (file: string) =>
  sources.filter((path) => path.endsWith(`/${file}`)).map((path) => path.split('/')[1] ?? '')

test('every module that tells of a tenant stands in the history', () => {
  const modules = modulesWith('tenant-history.server.ts')
  expect(modules.length).toBeGreaterThan(6)
  expect(modulesWith('history-words.ts').toSorted()).toEqual(modules.toSorted())
  for (const module of modules) {
    expect(source('app/history/read-history.server.ts')).toContain(`#app/${module}/tenant-history.server.ts`)
    expect(source('app/history/history-event.ts')).toContain(`#app/${module}/tenant-history.server.ts`)
    for (const words of ['words.nl.ts', 'words.en.ts'])
      expect(source(`app/history/${words}`)).toContain(`#app/${module}/history-words.ts`)
  }
})
