import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deskNavigation, navigation } from '#app/accounts/navigation.ts'
import { permissions } from '#app/accounts/permissions.ts'
import { type AuditAction, auditWords } from '#app/audit/audit-words.ts'
import { type LiveTopic, liveTopic, liveTopicOf } from '#app/core/live-topic.ts'
import routes from '#app/routes.ts'
import { stagedColumns } from '#app/tenant-lists/copy-rows.ts'
import { allColumns, correctable, fieldName } from '#app/tenant-lists/list-columns.ts'
import { en as tenantListsEn } from '#app/tenant-lists/words.en.ts'
import { nl as tenantListsNl } from '#app/tenant-lists/words.nl.ts'
import { en as tenantsEn } from '#app/tenants/words.en.ts'
import { nl as tenantsNl } from '#app/tenants/words.nl.ts'
import { definitionOf, fields, meaningOfHeader } from '#imports/columns.ts'
import { keptColumns } from '#imports/kept-columns.ts'
import { source, sources } from '#tests/support/sources.ts'

/** What is added in one list must be there in everything that hangs on it. */
const root = join(import.meta.dirname, '..')
/** What is taken from a file by name, without the lines that import it. */
const withoutImports = (file: string) => source(file).replace(/^import [^']*'[^']*'$/gm, '')
const names = (file: string, name: string) => new RegExp(`\\b${name}\\b`).test(withoutImports(file))

describe('a topic of live news', () => {
  const files = sources.filter((file) => file.endsWith('/live-topics.ts'))
  const isShown = (file: string) => /\/(pages|views)\//.test(file)
  const declared = files.flatMap((file) =>
    [...source(file).matchAll(/^export const (\w+)/gm)].map(([, name = '']) => ({ file, name })),
  )

  test('is told by an operation and listened to by a page', () => {
    expect(declared.length).toBeGreaterThan(7)
    for (const { file, name } of declared) {
      const users = sources.filter((user) => user !== file && names(user, name))
      expect([name, users.some((user) => !isShown(user)), users.some(isShown)]).toEqual([name, true, true])
    }
  })

  test('is made in the file of its module alone, each under a name of its own', async () => {
    const makes = (file: string) => names(file, '(liveTopic(Of)?|personalTopicOf)')
    expect(sources.filter(makes).toSorted()).toEqual([...files, 'app/core/live-topic.ts'].toSorted())
    const made = await Promise.all(files.map((file) => import(join(root, file))))
    const topics = made.flatMap((module) => Object.values<LiveTopic | ((id: string) => LiveTopic)>(module))
    const words = topics.map((topic) => (typeof topic === 'string' ? topic : topic('')))
    expect(new Set(words).size).toBe(declared.length)
  })

  test('is not any text: a misspelling does not compile', () => {
    // @ts-expect-error text alone is no topic
    const misspelled: LiveTopic = 'folow-ups'
    expect([liveTopic('follow-ups'), liveTopicOf('today')('7')]).not.toContain(misspelled)
  })
})

describe('an action of the log', () => {
  const nouns = Object.entries(auditWords.nl) as [string, { name: string; did: Record<string, string> }][]
  const actions = nouns.flatMap(([noun, { did }]) => Object.keys(did).map((step) => ({ noun, step })))
  const files = sources.filter((file) => file.endsWith('/audit-words.ts'))
  const isWritten = ({ noun, step }: { noun: string; step: string }, file: string) =>
    source(file).includes(`'${noun}:${step}'`) || (namesSteps(file, noun) && isQuotedOrKey(source(file), step))
  const isQuotedOrKey = (text: string, word: string) => new RegExp(`'${word}'|\\b${word}: [{\\[]`).test(text)
  /** Where the action is put together from a noun and a step: in a file that does so, or in the table of steps of its module. */
  const namesSteps = (file: string, noun: string) =>
    source(file).includes(`\`${noun}:\${`) ||
    files.some((words) => words.startsWith(`${file.split('/').slice(0, 2).join('/')}/`) && declares(words, noun))
  const declares = (file: string, noun: string) => new RegExp(`^  '?${noun}'?: \\{`, 'm').test(source(file))

  test('has its words in both languages', () => {
    expect(actions.length).toBeGreaterThan(70)
    for (const words of [auditWords.nl, auditWords.en] as Record<string, (typeof nouns)[number][1]>[])
      for (const [noun, { did }] of nouns) {
        expect(words[noun]?.name).toMatch(/\S/)
        for (const step of Object.keys(did))
          expect([noun, step, words[noun]?.did[step]]).toEqual([noun, step, expect.stringMatching(/\S/)])
      }
  })

  test('is written somewhere', () => {
    const writers = sources.filter((file) => !/words(\.\w+)?\.ts$/.test(file))
    expect(actions.filter((action) => !writers.some((file) => isWritten(action, file)))).toEqual([])
  })

  test('belongs to one module, and every module that has words is in the log', () => {
    const own = files.filter((file) => file !== 'app/audit/audit-words.ts')
    for (const [noun] of nouns) expect([noun, own.filter((file) => declares(file, noun)).length]).toEqual([noun, 1])
    expect(own.filter((file) => !source('app/audit/audit-words.ts').includes(`'#${file}'`))).toEqual([])
  })

  test('is one with words, also where SQL spells it', () => {
    const known = new Set(actions.map(({ noun, step }) => `${noun}:${step}`))
    const inSql = sources.filter((file) => /audit_event|bookOf/.test(source(file)))
    expect(inSql).toContain('app/claims/claim-statement.ts')
    const spelled = inSql.flatMap((file) =>
      [...source(file).matchAll(/'([a-z_-]+:[a-z-]+)'/g)].map(([, action = '']) => action),
    )
    expect(spelled.filter((action) => !known.has(action) && action !== 'node:crypto')).toEqual([])
  })

  test('about something of one tenant leads to that tenant, and is found by their number', () => {
    const tables = readdirSync(join(root, 'prisma/schema')).flatMap((name) =>
      [...source(`prisma/schema/${name}`).matchAll(/^model [\s\S]*?^\}/gm)]
        .filter(([model]) => /^ {2}tenantId /m.test(model))
        .map(([model]) => /@@map\("(\w+)"\)/.exec(model)?.[1] ?? ''),
    )
    const isSubject = (table: string) =>
      [table, table.replaceAll('_', '-')].some((noun) =>
        sources.some((file) => source(file).includes(`subject: '${noun}'`)),
      )
    const subjects = tables.filter(isSubject)
    expect(subjects).toEqual(
      expect.arrayContaining(['conversation', 'follow_up', 'tenant_report', 'tenant_correction']),
    )
    for (const file of ['app/audit/subject-names.server.ts', 'app/audit/list-audit-entries.server.ts'])
      expect([file, subjects.filter((table) => !source(file).includes(` FROM ${table} WHERE`))]).toEqual([file, []])
  })

  test('does not compile without its words', () => {
    // @ts-expect-error nothing says in words what this is
    const misspelled: AuditAction = 'follow-up:craeted'
    expect(actions.map(({ noun, step }) => `${noun}:${step}`)).not.toContain(misspelled)
  })
})

describe('a permission', () => {
  const files = sources.filter((file) => file.endsWith('/permissions.ts'))

  test('is declared by one module, and every module that declares one is in the table', async () => {
    const own = files.filter((file) => file !== 'app/accounts/permissions.ts')
    expect(own.filter((file) => !source('app/accounts/permissions.ts').includes(`'#${file}'`))).toEqual([])
    const declared = (await Promise.all(own.map((file) => import(join(root, file))))).flatMap((module) =>
      Object.keys(module.permissions),
    )
    expect(new Set(declared).size).toBe(declared.length)
    expect(permissions).toEqual(expect.arrayContaining(declared))
  })

  test('is asked for somewhere', () => {
    const askers = sources.filter((file) => !files.includes(file) && !file.endsWith('/navigation.ts'))
    const isAsked = (permission: string) => askers.some((file) => source(file).includes(`'${permission}'`))
    expect(permissions.length).toBeGreaterThan(20)
    expect(permissions.filter((permission) => !isAsked(permission))).toEqual([])
  })
})

describe.each(navigation)('the entry $to of the frame', ({ to, label, permission, pathsBelow }) => {
  const pages = pagesOf(routes)

  test('has its words in both languages', () => {
    expect(label).toEqual({ nl: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) })
  })

  test('leads to a page, which asks the permission of the entry', () => {
    expect(source(pages[to] ?? '')).toContain(`await authorize(request, '${permission}')`)
  })

  test('has only pages that are there below it', () => {
    expect((pathsBelow ?? []).filter((path) => !pages[path])).toEqual([])
  })
})

test('every module that has an entry is in the frame', () => {
  const files = sources.filter((file) => file.endsWith('/navigation.ts') && file !== 'app/accounts/navigation.ts')
  // Each list has one of accounts itself.
  expect(files).toHaveLength(navigation.length - 1 + deskNavigation.length - 1)
  expect(files.filter((file) => !source('app/accounts/navigation.ts').includes(`'#${file}'`))).toEqual([])
})

describe('what a module shows on the home page', () => {
  const joined = source('app/today/pages/today.tsx') + source('app/today/read-today.server.ts')

  test.each(['views/today-card.tsx', 'views/today-tasks.ts', 'today-card.server.ts'])(
    'in %s is joined there',
    (name) => {
      const files = sources.filter((file) => file.endsWith(`/${name}`))
      expect(files.length).toBeGreaterThan(2)
      expect(files.filter((file) => !joined.includes(`'#${file}'`))).toEqual([])
    },
  )
})

type Entry = { file: string; path?: string | undefined; index?: boolean | undefined; children?: Entry[] | undefined }
/** The file of each address without parameters. */
function pagesOf(entries: Entry[] | Promise<Entry[]>): Record<string, string> {
  const all = (list: Entry[]): [string, string][] =>
    list.flatMap(({ file, path, index, children = [] }) => [
      ...(path || index ? [[`/${path ?? ''}`, `app/${file}`] as [string, string]] : []),
      ...(path ? [] : all(children)),
    ])
  return Object.fromEntries(all(entries as Entry[]))
}

describe.each(fields)('the column %s of a list', (field) => {
  const { sure, doubtful = '', fills, helpsFill = [] } = definitionOf(field)

  test('has its words in both languages, for who maps a file and for who looks at what changes', () => {
    const shown = [field, ...[fills ?? [], helpsFill].flat().map((where) => fieldName(where.split('.')[1] ?? ''))]
    for (const words of [tenantListsNl, tenantListsEn])
      for (const name of shown) expect((words.fields as Record<string, string>)[name]).toMatch(/\S/)
  })

  test('is known by each of its names, which no other column has', () => {
    const names = [sure, doubtful].flatMap((text) => text.match(/\S+/g) ?? [])
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect([name, meaningOfHeader(name)?.field]).toEqual([name, field])
  })

  test('tells only of what lists fill, and of something', () => {
    const known = [...keptColumns.map(({ table, column }) => `${table}.${column}`), 'tenant.home_id']
    expect([fills ?? [], helpsFill].flat().filter((where) => !known.includes(where))).toEqual([])
    // The tenant number fills nothing: by it a tenant is found again.
    expect(Boolean(fills) || helpsFill.length > 0).toBe(field !== 'tenantNumber')
  })
})

test('what lists fill has a name of its own, though it stands in different tables', () => {
  const columns = Object.values(allColumns).flat()
  expect(new Set(columns).size).toBe(columns.length)
  expect(Object.keys(stagedColumns)).toHaveLength(keptColumns.length + 7)
})

test('what a tenant may correct has its words on their page', () => {
  expect(correctable.length).toBeGreaterThan(0)
  for (const column of correctable)
    for (const { corrections } of [tenantsNl, tenantsEn])
      expect((corrections.fields as Record<string, string>)[column]).toMatch(/\S/)
})
