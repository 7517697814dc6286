import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { findProgress } from '#app/campaigns/campaign-progress.server.ts'
import { inScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { followUpList } from '#app/follow-ups/filter.ts'
import { listFollowUps } from '#app/follow-ups/follow-ups.server.ts'
import { gestureList } from '#app/gestures/filter.ts'
import { listGestures } from '#app/gestures/gestures.server.ts'
import { addAgency } from '#app/referrals/agencies.server.ts'
import { referralList } from '#app/referrals/filter.ts'
import { listReferrals } from '#app/referrals/referrals.server.ts'
import { findImport } from '#app/tenant-lists/imports.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { open } from './alive.ts'
import { makeCall, note, nothingDone, type PlannedCall, plannedCalls } from './call-plan.ts'
import { callByKeyboard, homeOnScreen, signInByKeyboard } from './keyboard.ts'
import { aColleague, signIn } from './people.ts'
import { aTenantList, criteriaCounted, figuresOf, type Truth, tenantsAndHomes, today } from './tenant-list.ts'

test.describe.configure({ mode: 'serial' })

const teamSize = 35
const callsByOperations = 180
const callsByKeyboard = 20
const number = (value: number) => value.toLocaleString('nl-NL')
const sum = (bag: Record<string, number>) => Object.values(bag).reduce((total, count) => total + count, 0)

let coordinator: Actor & { email: string }
let callers: (Actor & { email: string })[]
let list: { path: string; fileName: string; truth: Truth }
let agencyId: string
let campaignId: string
const done = nothingDone()

test.beforeAll(async () => {
  const corporation = await aCorporation({ name: 'Thuisvester' })
  coordinator = await aColleague(corporation, 'coordinator', 'Sanne Visser')
  callers = []
  for (let nr = 1; nr <= teamSize; nr++)
    callers.push(await aColleague(corporation, 'caller', `Beller ${String(nr).padStart(2, '0')}`))
  const agency = await addAgency(coordinator, uuidV7(), {
    name: 'Wijkteam',
    helpsWith: 'Hulp in huis',
    municipality: '',
    openingHours: '',
    phone: null,
    email: null,
  })
  if (!agency.ok) throw new Error(agency.reason)
  agencyId = agency.id
  list = aTenantList('itris')
})

test('a coordinator reads in 18,000 tenants through the screens and every count is that of the list', async ({
  page,
}) => {
  await signIn(page, coordinator)
  await page.getByRole('link', { name: 'Huurderslijst inlezen' }).click()
  await page.getByRole('link', { name: 'Lijst inlezen', exact: true }).first().click()
  await page.getByLabel('Kies het bestand met de huurders').setInputFiles(list.path)
  await page.getByRole('button', { name: 'Bestand sturen' }).click()
  await page.getByRole('button', { name: 'Controleer de lijst' }).click()
  const { rows, accepted, rejected, duplicateRows } = list.truth
  const sentence = `${number(rows)} rijen: ${number(accepted)} nieuw, 0 gewijzigd, 0 gelijk, ${number(sum(rejected))} afgekeurd, ${number(duplicateRows)} dubbel`
  await expect(page.getByText(sentence)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Lijst toepassen' }).click()
  await expect(page.getByRole('heading', { name: 'De lijst is toegepast' })).toBeVisible({ timeout: 60_000 })

  const importId = new URL(page.url()).pathname.split('/')[2] ?? ''
  const found = await findImport(coordinator, importId, new Date())
  if (!found?.counts) throw new Error('The import has no counts.')
  expect(figuresOf(found.counts)).toEqual(figuresOf(list.truth))
  expect(await tenantsAndHomes(coordinator)).toEqual({ tenants: list.truth.distinctTenants, homes: list.truth.homes })
  expect(await criteriaCounted(coordinator)).toEqual(list.truth.criteria)
})

test('a coordinator makes the round for everybody of 80 and over in five steps, and it is spread evenly', async ({
  page,
}) => {
  const homes = list.truth.criteria['homes with someone 80 or over who is callable'] ?? 0
  await signIn(page, coordinator)
  await open(page, '/campaigns/new')
  await page.getByLabel('Naam', { exact: true }).fill('Belactie 80+')
  await page.getByLabel('Wat wilt u bereiken?').fill('Horen hoe het gaat.')
  await page.getByLabel('Gerechtvaardigd belang').check()
  await page.getByLabel('Reden die de beller ziet').fill('We bellen al onze huurders van 80 jaar en ouder.')
  await page.getByRole('button', { name: 'Bewaren en verder' }).click()
  await expect(page).toHaveURL(/draft\/whom/)
  await expect(page.getByRole('main')).toContainText(number(homes))
  await page.getByRole('button', { name: 'Opslaan en verder' }).click()
  await expect(page).toHaveURL(/draft\/script/)
  await page.getByRole('button', { name: 'Opslaan en verder' }).click()
  await expect(page).toHaveURL(/draft\/team/)
  await chooseTeam(page)
  await page.getByRole('button', { name: 'Opslaan en verder' }).click()
  await expect(page).toHaveURL(/draft\/start/)
  const [least, most] = [Math.floor(homes / teamSize), Math.ceil(homes / teamSize)]
  await expect(page.getByText(`Bellers krijgen ${least} tot ${most} adressen.`)).toBeVisible()
  await page.getByRole('button', { name: 'Adressen verdelen' }).click()
  await page.getByRole('button', { name: 'Starten' }).click()
  await expect(page.getByText('De belactie is gestart.')).toBeVisible()

  campaignId = new URL(page.url()).pathname.split('/')[2] ?? ''
  const lists = await homesPerCaller()
  expect(lists).toHaveLength(teamSize)
  expect(Math.max(...lists) - Math.min(...lists)).toBeLessThanOrEqual(1)
  expect(lists.reduce((total, count) => total + count, 0)).toBe(homes)
})

test('thirty-five callers make 180 calls, and the open page of the coordinator moves along', async ({ page }) => {
  await signIn(page, coordinator)
  const live = page.waitForResponse((response) => response.url().endsWith('/live'))
  await page.goto(`/campaigns/${campaignId}`)
  await live
  await expect(figure(page, 'Gesproken')).toHaveText('0')
  await page.evaluate(() => Object.assign(window, { isStillTheSamePage: true }))
  await Promise.all(callers.map((caller, at) => makeCallsOf(caller, at)))
  expect(sum(done.attempts)).toBe(callsByOperations)
  await expect(figure(page, 'Gesproken')).toHaveText(number(done.attempts.spoken ?? 0))
  expect(await page.evaluate(() => 'isStillTheSamePage' in window)).toBe(true)
})

test('a caller makes 20 calls with the keyboard alone, from signing in to the last one', async ({ page }) => {
  const caller = callers[teamSize - 1] as (typeof callers)[number]
  await signInByKeyboard(page, caller)
  await expect(page.getByRole('button', { name: 'Volgende bellen' })).toBeVisible()
  await page.keyboard.press('Enter')
  let home = ''
  for (let nr = 0; nr < callsByKeyboard; nr++) {
    home = await homeOnScreen(page, home)
    const call = keyboardCalls[nr % keyboardCalls.length] as PlannedCall
    await callByKeyboard(page, call, nr === 1)
    note(done, home, call)
  }
  await homeOnScreen(page, home)
  expect(done.targets.size).toBe(callsByOperations + callsByKeyboard)
})

test('every figure of the round and every list of promises is that of the 200 calls', async ({ page }) => {
  const progress = await inScope(coordinator, (tx) => findProgress(tx, coordinator, { campaignId, now: new Date() }))
  if (!progress) throw new Error('There is no such round.')
  const { spoken = 0, declined = 0, moved = 0, 'call-back-later': promised = 0 } = done.attempts
  const again = callsByOperations + callsByKeyboard - spoken - declined - moved - promised
  const homes = list.truth.criteria['homes with someone 80 or over who is callable'] ?? 0
  expect(Object.fromEntries(progress.outcomes.map(({ outcome, attempts }) => [outcome, attempts]))).toEqual(
    done.attempts,
  )
  expect(Object.fromEntries(progress.wellbeing.map((row) => [row.wellbeing, row.conversations]))).toEqual(
    done.wellbeing,
  )
  expect(progress.figures.states).toEqual({
    open: homes - callsByOperations - callsByKeyboard,
    retry: again,
    appointment: promised,
    reached: spoken,
    declined,
    unreachable: 0,
    withdrawn: moved,
  })
  expect(progress).toMatchObject({
    attempts: 200,
    figures: { total: homes, toDo: homes - spoken - declined - moved },
  })
  expect(progress.callers.reduce((total, caller) => total + caller.done, 0)).toBe(200)
  expect(await promisesCounted()).toEqual({
    followUps: done.followUps,
    referrals: done.referrals,
    gestures: done.cards,
  })

  await signIn(page, coordinator)
  await page.goto(`/campaigns/${campaignId}`)
  await expect(figure(page, 'Gesproken')).toHaveText(number(spoken))
  await expect(figure(page, 'Te gaan')).toHaveText(number(progress.figures.toDo))
  await page.goto('/follow-ups?who=everyone')
  await expect(page.getByRole('link', { name: `Alles ${done.followUps}` }).first()).toBeVisible()
})

test('the cards that callers asked for are approved and come out as labels', async ({ page }) => {
  await signIn(page, coordinator)
  await open(page, '/gestures')
  await expect(page.getByRole('link', { name: `Aangevraagd ${done.cards}` })).toBeVisible()
  await page.getByLabel('Alles op deze bladzijde kiezen').check()
  await page.getByRole('button', { name: 'Akkoord' }).click()
  await expect(page.getByRole('link', { name: `Akkoord ${done.cards}` })).toBeVisible()
  await open(page, '/gestures/labels?kind=card')
  const answered = page.waitForResponse((response) => response.url().endsWith('/gestures/labels/pdf'))
  const downloaded = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Etiketten als PDF' }).click()
  expect((await answered).headers()['content-type']).toContain('application/pdf')
  const path = await (await downloaded).path()
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
})

const keyboardCalls: PlannedCall[] = [
  { outcome: 'spoken', wellbeing: 'good' },
  { outcome: 'no-answer' },
  { outcome: 'spoken', wellbeing: 'watch', promises: 'follow-up and card' },
  { outcome: 'voicemail' },
  { outcome: 'call-back-later' },
  { outcome: 'spoken', wellbeing: 'worry' },
  { outcome: 'busy' },
  { outcome: 'declined' },
  { outcome: 'no-answer' },
  { outcome: 'spoken', wellbeing: 'good' },
]

/** Everybody but the coordinator herself, and calling at any hour of any day. */
async function chooseTeam(page: Page) {
  await page.getByLabel('Alles op deze bladzijde kiezen').check()
  await page.locator(`input[name="callers[]"][value="${coordinator.accountId}"]`).uncheck()
  await page.getByText('Afspraken en regels', { exact: true }).first().click()
  for (const day of ['1', '2', '3', '4', '5', '6', '7']) {
    await page.locator(`#from-${day}-0`).fill('00:00')
    await page.locator(`#to-${day}-0`).fill('23:59')
  }
  await page.getByLabel('Ook bellen op feestdagen').check()
}

async function makeCallsOf(caller: Actor, at: number) {
  const calls = Math.floor(callsByOperations / teamSize) + (at < callsByOperations % teamSize ? 1 : 0)
  for (let nr = 0; nr < calls; nr++) {
    const call = plannedCalls[(at + nr * 5) % plannedCalls.length] as PlannedCall
    await makeCall(caller, call, agencyId, done)
  }
}

async function homesPerCaller(): Promise<number[]> {
  const rows = await inScopeSql(coordinator, (tx) =>
    tx.sql<{ homes: number }>(sql`
      SELECT count(*)::int AS homes FROM target
      WHERE corporation_id = ${coordinator.corporationId}::int AND campaign_id = ${campaignId}::uuid GROUP BY assigned_to`),
  )
  return rows.map(({ homes }) => homes)
}

function promisesCounted() {
  const all = (query: string) => new URLSearchParams(query)
  return inScope(coordinator, async (tx) => ({
    followUps: (await listFollowUps(tx, coordinator, { filter: followUpList.read(all('who=everyone')), today })).counts
      .total,
    referrals: (await listReferrals(tx, coordinator, { filter: referralList.read(all('who=everyone')), today })).counts
      .total,
    gestures: (await listGestures(tx, coordinator, { filter: gestureList.read(all('')), today })).counts.total,
  }))
}

/** A figure on top of the campaign's page. */
const figure = (page: Page, label: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd')
    .first()
