import { expect, type Page, type Response, test } from '@playwright/test'
import { inScope } from '#app/core/scope.server.ts'
import { aSmallCampaign, type SmallCampaign } from './a-small-campaign.ts'
import { makeCall, nothingDone } from './call-plan.ts'
import { homeOnScreen } from './keyboard.ts'
import { signIn } from './people.ts'

// Every tenant owes this amount and has these days to their name: nowhere may a caller's browser get to see them.
const owed = '7.313,37'
const canaries = ['731337', '7313.37', '7.313,37', '7313,37', '2025-03-17', '17-03-2025', '2025-04-19', '19-04-2025']
const wordsOfSecrets = /arrears|nuisance|achterstand|overlast/i

let campaign: SmallCampaign
test.beforeAll(async () => {
  campaign = await aSmallCampaign('Stil Wonen', withCanaries)
  const done = nothingDone()
  const promises = 'follow-up and card'
  await makeCall(campaign.caller, { outcome: 'spoken', wellbeing: 'good', promises }, campaign.agencyId, done)
  await makeCall(
    campaign.caller,
    { outcome: 'spoken', wellbeing: 'watch', promises: 'referral' },
    campaign.agencyId,
    done,
  )
  await makeCall(campaign.caller, { outcome: 'call-back-later' }, campaign.agencyId, done)
})

test('arrears and nuisance never reach the browser of a caller, and addresses hold no names', async ({ page }) => {
  const circumstances = await inScope(campaign.coordinator, (tx) =>
    tx.tenantCircumstance.count({ where: { corporationId: campaign.corporation.id, arrearsCents: 731_337 } }),
  )
  expect(circumstances).toBeGreaterThan(100)
  const heard = listen(page)
  await signIn(page, campaign.caller)
  await walk(page)
  const bodies = await heard.bodies()
  const read = bodies.filter(({ url, text }) => text !== 'unread' && !url.includes('/assets/'))
  expect(read.length).toBeGreaterThan(15)
  expect(read.some(({ text }) => text.includes('tel:+31'))).toBe(true)
  for (const { url, text } of bodies) {
    expect([url, canaries.filter((canary) => text.includes(canary))]).toEqual([url, []])
    if (!url.includes('/assets/')) expect([url, wordsOfSecrets.exec(text)?.[0]]).toEqual([url, undefined])
  }
  const names = await inScope(campaign.coordinator, (tx) =>
    tx.tenant.findMany({
      where: { corporationId: campaign.corporation.id },
      select: { lastName: true, mobile: true, number: true },
    }),
  )
  for (const { lastName, mobile, number } of names)
    for (const secret of [lastName, mobile, number].filter((part): part is string => (part?.length ?? 0) > 4))
      expect(heard.addresses.filter((address) => decodeURIComponent(address).includes(secret))).toEqual([])
})

test('a caller is refused every page that shows what callers may not know', async ({ page }) => {
  await signIn(page, campaign.caller)
  const tenant = await inScope(campaign.coordinator, (tx) =>
    tx.tenant.findFirst({ where: { corporationId: campaign.corporation.id } }),
  )
  const closed = [
    '/tenants',
    `/tenants/${tenant?.id}`,
    '/selection',
    '/imports',
    '/campaigns',
    `/campaigns/${campaign.campaignId}`,
    '/gestures',
    '/accounts',
    '/audit',
  ]
  for (const path of closed) expect([path, (await page.request.get(path)).status()]).toEqual([path, 403])
})

async function walk(page: Page) {
  for (const path of [
    '/',
    '/calls',
    '/follow-ups',
    '/follow-ups?who=everyone',
    '/referrals',
    '/referrals?who=everyone',
  ])
    await page.goto(path)
  for (const list of ['/follow-ups', '/referrals']) {
    await page.goto(list)
    await page.locator(`main a[href^="${list}/"]`).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await page.goto('/calls')
  await page.getByRole('button', { name: 'Volgende bellen' }).click()
  let home = await homeOnScreen(page)
  await page.locator('#outcome-spoken').check()
  for (const offer of ['Terugbellen', 'Doorverwijzen', 'Kaartje'])
    await page.getByRole('button', { name: offer, exact: true }).click()
  await page.reload()
  home = await homeOnScreen(page)
  await page.keyboard.press('2')
  await page.keyboard.press('2')
  await homeOnScreen(page, home)
}

/** All that the browser gets and asks from now on, read at once: a page that was left takes its answers along. */
function listen(page: Page) {
  const answers: Promise<{ url: string; text: string }>[] = []
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  page.on('response', (response) => {
    // The stream of events never ends, and a redirect has no body.
    const isStream = response.url().endsWith('/live')
    if (!isStream && response.status() < 300) answers.push(bodyOf(response))
  })
  return { addresses, bodies: () => Promise.all(answers) }
}

async function bodyOf(response: Response) {
  const url = response.url()
  return { url, text: (await response.body().catch(() => Buffer.from('unread'))).toString('utf8') }
}

/** The list with the same circumstances for everybody. */
function withCanaries(csv: string): string {
  const [head = '', ...rows] = csv.split('\r\n')
  const columns = head.split(';')
  const put: Record<string, string> = {
    'Saldo achterstand': owed,
    'Laatste achterstand': '17-03-2025',
    'Overlast gemeld': '19-04-2025',
    'Overlast veroorzaakt': '19-04-2025',
  }
  const changed = rows.map((row) => {
    const cells = row.split(';')
    if (cells.length !== columns.length) return row
    return columns.map((column, at) => put[column] ?? cells[at]).join(';')
  })
  return [head, ...changed].join('\r\n')
}
