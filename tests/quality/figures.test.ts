import { beforeAll, expect, test } from 'vitest'
import type { Actor, DeskActor } from '#app/accounts/authorize.server.ts'
import { systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { type Figures, type RunView, runViews } from '#app/quality/figures.ts'
import { listRuns, readQuality } from '#app/quality/read-figures.server.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import { type Answer, verdictClasses } from '#app/triage/protocol.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { aTriageRun, aVerdict, type RunFacts } from '#prisma/builders/triage-run.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { type Draw, oneOf } from '#tests/triage/random-protocols.ts'

type Made = RunFacts & {
  id: string
  corporationId: number
  kind: TriageKind
  startedAt: Date
  seconds: number
  tenant: number
}

const now = new Date()
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

let corporations: Corporation[]
let operator: DeskActor
let stranger: DeskActor
let member: Actor
let lines: Map<number, string>
let made: Made[]

/** The same numbers in the same order each time. */
function drawing(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const ends = [
  { end: 'fire-risk', rule: 1, class: 'danger', hours: 2 },
  { end: 'runs-on', rule: 3, class: 'urgent', hours: 2 },
  { end: 'held', rule: 6, class: 'working-day', hours: null },
  { end: 'down-the-drain', rule: 7, class: 'none', hours: null },
] as const

function randomRun(draw: Draw): RunFacts & { kind: TriageKind; startedAt: Date; seconds: number } {
  const verdict = draw(5) > 0 ? aVerdict(oneOf(draw, ends)) : null
  const direction = oneOf(draw, ['up', 'down', 'none', 'none'] as const)
  const reason = direction === 'down' ? oneOf(draw, ['can-wait', 'made-safe']) : null
  const to = oneOf(draw, verdictClasses)
  const safetyLines = draw(3)
  return {
    kind: oneOf(draw, ['water-leak', 'no-heating'] as const),
    startedAt: minutesAgo(10 + draw(60 * 24 * 45)),
    seconds: 20 + draw(400),
    verdict,
    override:
      verdict && direction !== 'none' ? ({ class: to, hours: null, direction, reason } as RunFacts['override']) : null,
    answers: Object.fromEntries(
      ['near-power', 'stopped'].flatMap((id) =>
        draw(4) > 0 ? [[id, oneOf<Answer>(draw, ['yes', 'no', 'unknown'])]] : [],
      ),
    ),
    replacedAt: draw(6) === 0 ? now : null,
    corrected: draw(5) === 0 ? ['stopped'] : [],
    isReadBack: draw(2) === 0,
    readBackCorrected: draw(4) === 0,
    safetyLines,
    safetyRead: draw(safetyLines + 1),
  }
}

beforeAll(async () => {
  await useDatabase()
  corporations = [await aCorporation(), await aCorporation(), await aCorporation()]
  const desk = await aDesk(corporations.slice(0, 2))
  operator = await aDeskActor(desk, { role: 'supervisor', corporations: corporations.slice(0, 2) })
  stranger = await aDeskActor(await aDesk(corporations), { role: 'supervisor', corporations })
  member = await anActor(corporations[0] as Corporation)
  lines = new Map(await Promise.all(corporations.map(async ({ id }) => [id, await aLine(id)] as const)))
  const draw = drawing(20_261_127)
  made = []
  const people = new Map(
    await Promise.all(
      corporations.map(
        async ({ id }) => [id, await Promise.all(Array.from({ length: 25 }, () => aTenant(systemScope(id))))] as const,
      ),
    ),
  )
  for (let count = 0; count < 150; count++) {
    const corporationId = oneOf(draw, corporations.slice(0, 2)).id
    const facts = randomRun(draw)
    const run = await aTriageRun(operator, { corporationId, lineId: lines.get(corporationId) ?? '', ...facts })
    const tenant = draw(25)
    const whose = people.get(corporationId)?.[tenant]
    // Of some it is not known who rang, only from which home.
    await asSuperuser('UPDATE desk_contact SET tenant_id = $2, home_id = $3 WHERE id = $1', [
      run.contactId,
      tenant % 2 === 0 ? whose?.id : null,
      whose?.homeId,
    ])
    made.push({ ...facts, id: run.id, corporationId, tenant })
  }
}, 120_000)

const isGivenUrgent = ({ override, verdict }: RunFacts) =>
  ['danger', 'urgent'].includes(override?.class ?? verdict?.class ?? '')
const judgedAt = ({ startedAt, seconds }: Made) => startedAt.getTime() + seconds * 1000

/** Whether a figure counts a run, told once more without SQL. */
const naive: Record<RunView, (run: Made) => boolean> = {
  judged: ({ replacedAt, verdict }) => !replacedAt && verdict != null,
  danger: (run) => naive.judged(run) && run.verdict?.class === 'danger',
  urgent: (run) => naive.judged(run) && run.verdict?.class === 'urgent',
  'working-day': (run) => naive.judged(run) && run.verdict?.class === 'working-day',
  none: (run) => naive.judged(run) && run.verdict?.class === 'none',
  raised: (run) => naive.judged(run) && run.override?.direction === 'up',
  lowered: (run) => naive.judged(run) && run.override?.direction === 'down',
  'rang-again': (run) =>
    naive.judged(run) &&
    !isGivenUrgent(run) &&
    made.some(
      (later) =>
        later.id !== run.id &&
        later.corporationId === run.corporationId &&
        later.tenant === run.tenant &&
        !later.replacedAt &&
        isGivenUrgent(later) &&
        later.startedAt > run.startedAt &&
        later.startedAt.getTime() <= judgedAt(run) + 86_400_000,
    ),
  open: ({ replacedAt, verdict, startedAt }) => !replacedAt && !verdict && startedAt < minutesAgo(60),
  replaced: ({ replacedAt }) => replacedAt != null,
  slow: (run) => naive.judged(run) && run.seconds > 180,
  corrected: ({ replacedAt, corrected }) => !replacedAt && (corrected ?? []).length > 0,
  'read-back-corrected': (run) => naive.judged(run) && run.isReadBack === true && run.readBackCorrected === true,
  'safety-unread': (run) => naive.judged(run) && (run.safetyRead ?? 0) < (run.safetyLines ?? 0),
}

const inDays = (days: number) => (run: Made) => run.startedAt >= new Date(now.getTime() - days * 86_400_000)
const asked = { days: 30, kind: null, corporationId: null, now } as const

function expectSame(figures: Figures | undefined, runs: Made[]) {
  const counted = Object.fromEntries(runViews.map((view) => [view, figures?.[view] ?? 0]))
  const told = Object.fromEntries(runViews.map((view) => [view, runs.filter(naive[view]).length]))
  expect(counted).toEqual(told)
  expect(figures?.started ?? 0).toBe(runs.length)
  const seconds = runs.filter(naive.judged).map((run) => run.seconds)
  if (seconds.length > 0) expect(figures?.half).toBeCloseTo(quantile(seconds, 0.5), 1)
  if (seconds.length > 0) expect(figures?.most).toBeCloseTo(quantile(seconds, 0.9), 1)
}

function quantile(values: number[], share: number) {
  const all = [...values].sort((one, other) => one - other)
  const at = (all.length - 1) * share
  const [low, high] = [all[Math.floor(at)] ?? 0, all[Math.ceil(at)] ?? 0]
  return low + (high - low) * (at - Math.floor(at))
}

test.each([30, 90] as const)('what is counted in SQL over %i days is what is counted by hand', async (days) => {
  const quality = await readQuality(operator, { ...asked, days })
  const runs = made.filter(inDays(days))
  expectSame(quality.all, runs)
  for (const kind of ['water-leak', 'no-heating'] as const) {
    const ofKind = runs.filter((run) => run.kind === kind)
    expectSame(
      quality.kinds.find((one) => one.kind === kind),
      ofKind,
    )
    for (const { end } of ends) {
      const ofEnd = ofKind.filter(({ verdict }) => verdict?.end === end)
      expectSame(
        quality.ends.find((one) => one.kind === kind && one.end === end),
        ofEnd,
      )
    }
    for (const question of ['near-power', 'stopped']) {
      const answered = ofKind.filter(({ replacedAt, answers }) => !replacedAt && answers && question in answers)
      const told = (answer: Answer) => answered.filter(({ answers }) => answers?.[question] === answer).length
      expect(quality.questions.find((one) => one.kind === kind && one.question === question)).toEqual({
        kind,
        question,
        yes: told('yes'),
        no: told('no'),
        unknown: told('unknown'),
        corrected: answered.filter(({ corrected }) => corrected?.includes(question)).length,
      })
    }
  }
  for (const { id } of corporations.slice(0, 2))
    expectSame(
      quality.corporations.find(({ corporationId }) => corporationId === id),
      runs.filter(({ corporationId }) => corporationId === id),
    )
  const overridden = runs.filter((run) => naive.raised(run) || naive.lowered(run))
  expect(quality.overrides.reduce((sum, { count }) => sum + count, 0)).toBe(overridden.length)
})

test('each figure opens its own rows', async () => {
  const quality = await readQuality(operator, asked)
  for (const view of runViews) {
    const { rows, total } = await listRuns(
      operator,
      { ...asked, view, end: null, question: null },
      { from: 0, most: 500 },
    )
    const told = made.filter(inDays(30)).filter(naive[view])
    expect({ view, total }).toEqual({ view, total: quality.all[view] })
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(told.map(({ id }) => id)))
  }
  const unknown = await listRuns(
    operator,
    { ...asked, kind: 'water-leak', view: 'judged', end: null, question: 'stopped' },
    { from: 0, most: 500 },
  )
  const figure = quality.questions.find(({ kind, question }) => kind === 'water-leak' && question === 'stopped')
  expect(unknown.total).toBe(figure?.unknown)
})

test('a kind, and a corporation, narrow it', async () => {
  const [first] = corporations as [Corporation]
  const { all } = await readQuality(operator, { ...asked, kind: 'no-heating', corporationId: first.id })
  expectSame(
    all,
    made.filter(inDays(30)).filter(({ kind, corporationId }) => kind === 'no-heating' && corporationId === first.id),
  )
})

test('a member counts their own corporation, whatever they ask; another desk and another corporation count nothing', async () => {
  const [first, second, third] = corporations as [Corporation, Corporation, Corporation]
  const own = await readQuality(member, { ...asked, corporationId: second.id })
  expectSame(
    own.all,
    made.filter(inDays(30)).filter(({ corporationId }) => corporationId === first.id),
  )
  expect((await readQuality(stranger, asked)).all.started).toBe(0)
  expect((await readQuality(systemScope(third.id), asked)).all.started).toBe(0)
  const rows = { view: 'judged', end: null, question: null } as const
  expect((await listRuns(stranger, { ...asked, ...rows }, { from: 0, most: 10 })).total).toBe(0)
  const served = { ...operator, corporationIds: [first.id] }
  const less = await readQuality(served, { ...asked, corporationId: second.id })
  expect(less.all.started).toBe(0)
})

test('a kind that turned out to be another tells which', async () => {
  const [first] = corporations as [Corporation]
  const place = { corporationId: first.id, lineId: lines.get(first.id) ?? '' }
  const at = minutesAgo(30)
  const { contactId } = await aTriageRun(operator, {
    ...place,
    kind: 'ventilation',
    startedAt: minutesAgo(40),
    verdict: null,
    replacedAt: at,
  })
  await aTriageRun(operator, { ...place, kind: 'asbestos', contactId, startedAt: at })
  const { replaced } = await readQuality(operator, { ...asked, kind: 'ventilation' })
  expect(replaced).toEqual([{ kind: 'ventilation', to: 'asbestos', count: 1 }])
})
