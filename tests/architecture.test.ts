import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { modules } from './modules.ts'

const root = resolve(import.meta.dirname, '..')

// Lowest first: a file may import from its own layer and from the layers before it.
const layers = [
  'prisma/generated',
  'app/time',
  'app/core',
  'app/ui',
  'declarations',
  'imports',
  'jobs/queues',
  ...modules.map((name) => `app/${name}`),
  'prisma/builders',
  'views',
  'pages',
  'jobs/workers',
  'app/server',
]

// Files that no folder places: what starts a process may use everything.
const placed: Record<string, string> = {
  'jobs/connection.server.ts': 'jobs/queues',
  'jobs/schedule.ts': 'jobs/workers',
  'prisma/seed.ts': 'app/server',
  'prisma/closed-lists.ts': 'app/server',
  'prisma/checks.ts': 'app/core',
  'prisma/write-migration.ts': 'app/server',
  'prisma/migration-command.ts': 'app/server',
  'prisma/migrate.ts': 'app/core',
  'prisma/apply-migrations.ts': 'app/core',
  'prisma/migration-files.ts': 'app/core',
  'prisma/owner-rights.ts': 'app/core',
  'prisma/server-roles.ts': 'app/core',
  'prisma/schema-engine.ts': 'app/core',
}

// Pairs the order does not rule out.
const apart: [from: RegExp, to: RegExp][] = [
  [/^app\/(?!.*\/pages\/)/, /^prisma\/builders\//],
  [/^app\/ui\//, /^app\/core\//],
  [/^imports\//, /^(app|prisma)\//],
  [/^app\/(?!.*\/(pages|views)\/)(?!(ui|lists)\/)[\w-]+\/[\w-]+\.ts$/, /^react/],
  [/^app\/(?!server)/, /^bullmq/],
]

/** What a module says of itself to those before it: data that needs nothing of its inside. */
const declaration =
  /^app\/[\w-]+\/(audit-words|live-topics|navigation|navigation-entry|permissions|desk-permissions|roles)\.ts$/

function layerOf(path: string) {
  if (placed[path]) return layers.indexOf(placed[path])
  if (declaration.test(path)) return layers.indexOf('declarations')
  const [, upper] = path.match(/^app\/[\w-]+\/(pages|views)\//) ?? []
  if (upper) return layers.indexOf(upper)
  // The doctor looks at the whole installation, as the start does.
  if (/^app\/(doctor\/)?[\w.-]+\.tsx?$/.test(path)) return layers.indexOf('app/server')
  return layers.findIndex((layer) => path.startsWith(`${layer}/`))
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')

function importsOf(file: string) {
  const specifiers = read(file).matchAll(
    /^(?:import|export)( type)?\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
  )
  return [...specifiers].map(([text, type, from, bare, lazy]) => {
    const path = from ?? bare ?? lazy ?? ''
    const to = path.startsWith('#')
      ? path.slice(1)
      : path.startsWith('.')
        ? relative(root, resolve(root, dirname(file), path))
        : path
    return { file, to, typeOnly: Boolean(type) || onlyTypes(text) }
  })
}

/** `import { type A, type B } from …` */
const onlyTypes = (text: string) => /^import \{(\s*type [^,}]+,?)+\s*\}/.test(text)

const sources = ['app', 'imports', 'jobs', 'prisma/builders']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name))))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
const imports = sources.flatMap(importsOf)
const show = ({ file, to }: { file: string; to: string }) => `${file} imports ${to}`

test('the sources are found', () => {
  expect(sources.length).toBeGreaterThan(150)
  expect(imports.length).toBeGreaterThan(500)
})

test('every module folder has a place in the order', () => {
  const folders = readdirSync(join(root, 'app'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const known = ['time', 'core', 'ui', 'doctor', ...modules]
  expect(folders.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
})

test('every source has a place in the layers', () => {
  expect(sources.filter((file) => layerOf(file) < 0)).toEqual([])
})

test('every import leads to a file that is there', () => {
  const own = imports.filter(
    ({ to }) => /^(app|imports|jobs|prisma|tests)\//.test(to) && !to.startsWith('prisma/generated/'),
  )
  expect(own.filter(({ to }) => !existsSync(join(root, to.replace(/\?(worker&)?url$/, '')))).map(show)).toEqual([])
})

test('no file imports from a layer above its own', () => {
  expect(imports.filter(({ file, to }) => layerOf(to) > layerOf(file)).map(show)).toEqual([])
})

test('no view imports from a view of a module after its own', () => {
  const views = imports.filter(({ file, to }) => [file, to].every((path) => /^app\/[\w-]+\/views\//.test(path)))
  const moduleOf = (path: string) => modules.indexOf(path.split('/')[1] ?? '')
  expect(views.length).toBeGreaterThan(50)
  expect(views.filter(({ file, to }) => moduleOf(to) > moduleOf(file)).map(show)).toEqual([])
})

test('nothing imports from a page', () => {
  expect(imports.filter(({ file, to }) => /\/pages\//.test(to) && !/\/pages\//.test(file)).map(show)).toEqual([])
})

test('some folders stay apart', () => {
  const broken = imports.filter(
    ({ file, to, typeOnly }) => !typeOnly && apart.some(([from, target]) => from.test(file) && target.test(to)),
  )
  expect(broken.map(show)).toEqual([])
})

test('nothing but the server for development can hand out sources', () => {
  const isForDevelopment = (path: string) => /^app\/dev(-[\w-]+)?\.ts$/.test(path)
  const isBuilder = (to: string) => /^(vite|@remix-run\/dev|tsx)(\/|$)/.test(to)
  expect(imports.filter(({ to }) => isBuilder(to)).map(show)).toEqual(['app/dev-server.ts imports vite'])
  expect(imports.filter(({ file, to }) => isForDevelopment(to) && !isForDevelopment(file)).map(show)).toEqual([])
})

test('only core/db.server.ts makes clients of the database', () => {
  const makes = (file: string) => /new (PrismaClient|pg\.Pool|Pool)\(/.test(read(file))
  expect(sources.filter((file) => makes(file) && file !== 'app/core/db.server.ts')).toEqual([])
})

test('only readForm reads what was posted: it bounds what that costs', () => {
  const reads = (file: string) => /\.(formData|text|json|arrayBuffer|blob)\(\)/.test(read(file))
  const onTheServer = sources.filter((file) => /\.server\.tsx?$|\/pages\//.test(file))
  expect(onTheServer.filter(reads)).toEqual(['app/core/read-form.server.ts'])
})

test('only finishing a home of a round crosses from a desk into a corporation', () => {
  const crossings = imports.filter(({ to }) => to === 'app/accounts/as-member-for.server.ts')
  expect(crossings.map(({ file }) => file)).toEqual(['app/callers/complete-from-helpline.server.ts'])
})

test('only the scope opens transactions, so that nothing is asked outside one', () => {
  const asks = (file: string) => /\bprisma\(\)|\bpool\(\)/.test(read(file)) && !file.startsWith('app/core/')
  // The counters of tries stand under hashed keys in a table of nobody's.
  expect(sources.filter(asks).sort()).toEqual(['app/accounts/rate-limits.server.ts', 'app/start.ts'])
})

test('only tenants weighs what a list or a call says of whether somebody may be reached', () => {
  const ofTheList = ['deceased_on', 'is_deceased', 'is_estate', 'gone_since', 'tenancy_ended_on', 'is_do_not_call']
  const ofACall = ['reported_deceased_at', 'reported_moved_at', 'objected_at']
  const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
  const names = (flags: string[]) => (file: string) =>
    flags.some((flag) => new RegExp(`\\b(${flag}|${camel(flag)})\\b`).test(read(file)))
  const elsewhere = sources.filter((file) => !/^app\/tenants\//.test(file))
  expect(elsewhere.filter(names(ofACall))).toEqual([])
  // A list is read and written as it stands.
  expect(elsewhere.filter(names(ofTheList)).filter((file) => !/^(imports|app\/tenant-lists)\//.test(file))).toEqual([])
  // What refers to a tenant keeps an imported one from being taken away.
  expect(elsewhere.filter(names(['number_strike']))).toEqual(['app/tenant-lists/undo-rows.server.ts'])
})

test('what can reach the browser never imports server code', () => {
  const isPure = (file: string) =>
    /^(app|imports)\//.test(file) && layerOf(file) < layers.indexOf('pages') && /\.tsx$|\/views\//.test(file)
  expect(
    imports.filter(({ file, to, typeOnly }) => isPure(file) && !typeOnly && /\.server(\.tsx?)?$/.test(to)).map(show),
  ).toEqual([])
})

test('every loader and action begins by saying who may use it', () => {
  const pages = [...sources.filter((file) => /\/pages\//.test(file)), 'app/root.tsx']
  const unguarded = pages.flatMap((file) => {
    const bodies = read(file)
      .split(/^export (?:async function|function|const) (?=(?:loader|action)\b)/m)
      .slice(1)
    return bodies
      .filter(
        (body) =>
          !/^[^\n]*\n\s*(const \w+ = await authorize(?:Desk|Anybody)?\(|await authorize(?:Desk|Anybody)?\(|publicRoute\()/.test(
            body,
          ),
      )
      .map((body) => `${file} ${body.slice(0, 6)}`)
  })
  expect(unguarded).toEqual([])
})

test('every page file is in the table of addresses, and every address has its file', () => {
  const listed = new Set(filesOf(routes).map((file) => `app/${file}`))
  const pages = sources.filter((file) => /^app\/[\w-]+\/pages\/[\w-]+\.tsx?$/.test(file))
  expect(pages.filter((file) => !listed.has(file))).toEqual([])
  expect([...listed].filter((file) => !existsSync(join(root, file)))).toEqual([])
})

test('no name in the project says nothing', () => {
  expect(sources.filter((file) => /(^|[/-])(utils?|helpers?|managers?|services?)(\.|\/|-)/.test(file))).toEqual([])
})

type Entry = { file: string; children?: Entry[] }
function filesOf(entries: Entry[] | Promise<Entry[]>): string[] {
  return (entries as Entry[]).flatMap(({ file, children }) => [file, ...filesOf(children ?? [])])
}
