import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { navigation } from '#app/accounts/navigation.ts'
import { permissions } from '#app/accounts/permissions.ts'
import { type AuditAction, auditWords } from '#app/audit/audit-words.ts'
import { type TargetNow, targetAfter } from '#app/calls/target-after.ts'
import { en as callsEn } from '#app/calls/words.en.ts'
import { nl as callsNl } from '#app/calls/words.nl.ts'
import { defaultPolicy } from '#app/campaigns/calling-policy.ts'
import { liveCampaignStates, liveCampaigns } from '#app/campaigns/campaign-steps.ts'
import { finalStates, isFinal, openStates, targetStates } from '#app/campaigns/target.ts'
import { en as campaignsEn } from '#app/campaigns/words.en.ts'
import { nl as campaignsNl } from '#app/campaigns/words.nl.ts'
import { type Outcome, outcomeCodes, outcomeRule, outcomesWhere, skipReasons } from '#app/conversations/outcomes.ts'
import { type LiveTopic, liveTopic, liveTopicOf } from '#app/core/live-topic.ts'
import { codeList } from '#app/core/sql.ts'
import routes from '#app/routes.ts'
import { en as segmentsEn } from '#app/segments/words.en.ts'
import { nl as segmentsNl } from '#app/segments/words.nl.ts'
import { stagedColumns } from '#app/tenant-lists/copy-rows.ts'
import { importStates } from '#app/tenant-lists/import-state.ts'
import { allColumns, correctable, fieldName } from '#app/tenant-lists/list-columns.ts'
import { en as tenantListsEn } from '#app/tenant-lists/words.en.ts'
import { nl as tenantListsNl } from '#app/tenant-lists/words.nl.ts'
import { en as tenantsEn } from '#app/tenants/words.en.ts'
import { nl as tenantsNl } from '#app/tenants/words.nl.ts'
import { instantAt } from '#app/time/clock.ts'
import { definitionOf, fields, meaningOfHeader } from '#imports/columns.ts'
import { keptColumns } from '#imports/kept-columns.ts'

/** What is added in one list must be there in everything that hangs on it. */
const root = join(import.meta.dirname, '..')
const source = (file: string) => readFileSync(join(root, file), 'utf8')
const sources = readdirSync(join(root, 'app'), { recursive: true })
  .map((name) => `app/${name}`)
  .filter((file) => /\.tsx?$/.test(file))
/** What is taken from a file by name, without the lines that import it. */
const withoutImports = (file: string) => source(file).replace(/^import [^']*'[^']*'$/gm, '')
const names = (file: string, name: string) => new RegExp(`\\b${name}\\b`).test(withoutImports(file))

const rules = {
  policy: defaultPolicy,
  zone: 'Europe/Amsterdam',
  now: instantAt('Europe/Amsterdam', '2026-11-23', '10:00'),
}
const untried: TargetNow = {
  state: 'open',
  attemptCount: 0,
  assignedTo: 'caller',
  nextAt: null,
  appointmentWith: null,
  finishedAt: null,
  withdrawnReason: null,
}

describe.each(outcomeCodes)('the outcome %s', (outcome) => {
  const rule = outcomeRule(outcome)

  test('has its words for the caller, in a round and in a selection, in both languages', () => {
    for (const { outcomes } of [callsNl, callsEn, campaignsNl, campaignsEn, segmentsNl, segmentsEn])
      expect((outcomes as Record<string, string>)[outcome]).toMatch(/\S/)
  })

  test('shows its question when it asks something, and only then has a day and time', () => {
    const questions = source('app/calls/views/outcome-questions.tsx')
    if (rule.asks === 'skip-reason') expect(questions).toContain('[[data-asks=skip-reason]:checked]')
    if (rule.takesMoment) {
      expect(questions).toContain('[[data-takes-moment]:checked]')
      expect(questions).toContain(`[[data-home=${rule.home.next}]:checked]/call:inline`)
    }
    if (rule.asks === 'appointment') expect(rule.takesMoment).toBe(true)
  })

  test('shows what is said about it, and nothing else', () => {
    const isNoted = [callsNl, callsEn].map(({ outcomeNotes }) => outcome in outcomeNotes)
    const isShown = source('app/calls/views/outcome-questions.tsx').includes(`[#outcome-${outcome}:checked]`)
    expect(isNoted).toEqual([isShown, isShown])
  })

  test('says of a number that it proved wrong only when another number comes next', () => {
    expect(rule.strikes !== null).toBe(rule.home.next === 'other-number')
  })

  test('says of a tenant who is gone that they are, and takes them off the list for that', () => {
    const says = rule.reportedStatus === 'objected' ? null : rule.reportedStatus
    expect(says).toBe(rule.home.next === 'withdraw' ? rule.home.because : null)
  })

  test('does with the home what its entry says', () => {
    const { home } = rule
    const becomes = {
      finish: home.next === 'finish' ? home.as : null,
      withdraw: 'withdrawn',
      'other-number': 'retry',
      promise: 'appointment',
      'pass-on': 'retry',
      retry: 'retry',
    }
    const after = targetAfter(untried, { outcome, callerId: 'caller', numbersLeft: 1 }, rules)
    expect(after.state).toBe(becomes[home.next])
    expect(after.withdrawnReason).toBe(home.next === 'withdraw' ? home.because : null)
    expect(after.attemptCount).toBe(rule.usesAttempt ? 1 : 0)
    expect(after.assignedTo).toBe(rule.restsForCaller ? null : 'caller')
    const minutes = after.nextAt && (after.nextAt.getTime() - rules.now.getTime()) / 60_000
    if (home.next === 'retry') expect(minutes).toBe(home.when === 'soon' ? 30 : 240)
    else expect(minutes).toBe(isFinal(after.state) ? null : 0)
  })

  test('is an appointment afterwards when a moment may be given and it is no skip', () => {
    const againAt = instantAt('Europe/Amsterdam', '2026-11-24', '15:30')
    const after = targetAfter(untried, { outcome, callerId: 'caller', numbersLeft: 1, againAt }, rules)
    expect(after.nextAt?.getTime() === againAt.getTime()).toBe(rule.takesMoment)
    expect(after.state === 'appointment').toBe(rule.takesMoment && rule.home.next !== 'pass-on')
  })

  test('is sent at once only when there is nothing to ask or to write', () => {
    if (rule.sendsAtOnce) expect(rule).toMatchObject({ asks: null, opensNotes: false, takesMoment: false })
  })
})

describe('what follows from an outcome', () => {
  /** Where such a code stands for something else, and the two places that cannot do without the names. */
  const exceptions: { where: string; codes: Outcome[]; why: string }[] = [
    {
      where: 'app/calls/views/outcome-questions.tsx',
      codes: outcomeCodes,
      why: 'whole class names for the style sheet',
    },
    { where: 'prisma/demo/', codes: outcomeCodes, why: 'how the calls of the demo went' },
    { where: 'app/campaigns/target.ts', codes: ['declined'], why: 'a state of a home' },
    { where: 'app/tenants/', codes: ['wrong-number', 'out-of-service', 'moved', 'deceased'], why: 'its own lists' },
    { where: 'app/gestures/', codes: ['deceased'], why: 'what is known of a tenant' },
    { where: 'app/segments/', codes: ['deceased'], why: 'what is known of a tenant' },
    { where: 'app/referrals/', codes: ['no-answer'], why: 'an agency that does not answer' },
    { where: 'app/core/', codes: ['no-answer', 'busy'], why: 'the database' },
    { where: 'app/claims/views/use-reliable-submit.ts', codes: ['busy'], why: 'a form that is being sent' },
    { where: 'app/calls/views/call-footer.tsx', codes: ['busy'], why: 'a form that is being sent' },
  ]
  const quoted = new RegExp(`['"](${outcomeCodes.join('|')})['"]|#outcome-(${outcomeCodes.join('|')})\\b`, 'g')
  const namedIn = (file: string) => [...source(file).matchAll(quoted)].map(([, word, id]) => (word ?? id) as Outcome)
  const isExcepted = (file: string, code: Outcome) =>
    exceptions.some(({ where, codes }) => file.startsWith(where) && codes.includes(code))
  const asked = new RegExp(`outcome\\w*\\)? *(?:[!=]==?|=|<>|!=|(?:NOT )?IN \\() *'(?:${outcomeCodes.join('|')})'`, 'i')
  const readers = [...sources, 'prisma/demo/story.ts'].filter(
    (file) => !/words(\.\w+)?\.ts$/.test(file) && file !== 'app/conversations/outcomes.ts',
  )

  test('stands in its entry alone: no other source names an outcome', () => {
    const naming = readers.flatMap((file) => namedIn(file).map((code) => ({ file, code })))
    expect(naming.filter(({ file, code }) => !isExcepted(file, code))).toEqual([])
    const isNeeded = ({ where, codes }: (typeof exceptions)[number]) =>
      naming.some(({ file, code }) => file.startsWith(where) && codes.includes(code))
    expect(exceptions.filter((exception) => !isNeeded(exception))).toEqual([])
  })

  test('is asked of the entry: nothing is compared with the name of an outcome', () => {
    expect(readers.filter((file) => asked.test(source(file)))).toEqual([])
    for (const spelled of ["outcome === 'spoken'", "input.outcome !== 'skipped'", "last_outcome IN ('busy')"])
      expect(spelled).toMatch(asked)
  })
})

test('every digit of the keyboard stands for one outcome', () => {
  const keys = outcomeCodes.flatMap((outcome) => outcomeRule(outcome).key ?? [])
  expect(new Set(keys).size).toBe(keys.length)
  expect(outcomesWhere(({ key }) => key !== null)).toHaveLength(keys.length)
})

test('every state of a home on a list has its words', () => {
  for (const state of targetStates)
    for (const { addresses } of [campaignsNl, campaignsEn])
      expect((addresses.states as Record<string, string>)[state]).toMatch(/\S/)
})

test('every reason to skip has its words', () => {
  for (const reason of skipReasons)
    for (const words of [callsNl, callsEn]) expect(words.skipReasons[reason]).toMatch(/\S/)
})

test('a home on a list is either still to do or finished', () => {
  expect([...openStates, ...finalStates].toSorted()).toEqual([...targetStates].toSorted())
})

describe('states side by side', () => {
  /** Two codes of a list after each other in SQL or in an array, or summed up as properties. */
  const sideBySide = (states: readonly string[]) => {
    const state = `(?:${states.join('|')})`
    return new RegExp(
      `'${state}',\\s*'${state}'|\\.${state}\\s*\\+\\s*\\w+\\.${state}\\b|\\b${state}: \\d+,\\s*${state}:`,
    )
  }
  const spelling = (states: readonly string[]) =>
    [...sources, 'prisma/demo/story.ts'].filter((file) => sideBySide(states).test(source(file)))

  test('of a home are spelled out by its list alone, and by segments, which may not look up', () => {
    expect(spelling(targetStates).toSorted()).toEqual(['app/campaigns/target.ts', 'app/segments/matched-tenants.ts'])
    expect(source('app/segments/matched-tenants.ts')).toContain(`g.state IN ${codeList(openStates)}`)
  })

  test('of a round that runs or is paused are spelled out by their list alone, and by segments', () => {
    expect(spelling(liveCampaignStates).toSorted()).toEqual([
      'app/campaigns/campaign-steps.ts',
      'app/segments/matched-tenants.ts',
    ])
    expect(source('app/segments/matched-tenants.ts')).toContain(`k.state IN ${liveCampaigns.text}`)
    const asked = sources.filter((file) => /state === 'running' \|\||=== 'paused' \|\|/.test(source(file)))
    expect(asked).toEqual([])
  })

  test('of a list of tenants are spelled out by their list and by their steps alone', () => {
    const lists = sources.filter((file) => file.startsWith('app/tenant-lists/'))
    const spelled = lists.filter((file) => sideBySide(importStates).test(source(file)))
    expect(spelled.toSorted()).toEqual(['app/tenant-lists/import-state.ts', 'app/tenant-lists/import-steps.ts'])
  })

  test('are seen in any order and any way of writing', () => {
    for (const text of [
      "IN ('withdrawn', 'open')",
      "['retry',\n  'reached']",
      'a.open + a.retry',
      '{ open: 0, retry: 0 }',
    ])
      expect(text).toMatch(sideBySide(targetStates))
    for (const text of ["'appointment', 'skip-reason'", 'states.reached + 1'])
      expect(text).not.toMatch(sideBySide(targetStates))
  })
})

test('a list of codes takes codes alone', () => {
  expect(codeList(['open', 'do-not-call'])).toBe("('open', 'do-not-call')")
  expect(() => codeList(["o'pen"])).toThrow('Not a code')
})

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
    const makes = (file: string) => names(file, 'liveTopic(Of)?')
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
    const inSql = sources.filter((file) => source(file).includes('audit_event'))
    expect(inSql).toContain('app/claims/claim-statement.ts')
    const spelled = inSql.flatMap((file) =>
      [...source(file).matchAll(/'([a-z_-]+:[a-z-]+)'/g)].map(([, action = '']) => action),
    )
    expect(spelled.filter((action) => !known.has(action) && action !== 'node:crypto')).toEqual([])
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
  expect(files).toHaveLength(navigation.length - 1)
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
