import { expect, type Page } from '@playwright/test'
import { type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { invite } from '#app/accounts/invitations.server.ts'
import type { Role } from '#app/accounts/roles.ts'
import { claimNext } from '#app/calls/claim-next.server.ts'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { claimContact } from '#app/contacts/claim-contact.server.ts'
import { setPresence } from '#app/contacts/presence.server.ts'
import { inScope, systemScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { usualOfficeHours } from '#app/corporations/office-hours.ts'
import { addUrgentNumber } from '#app/corporations/urgent-numbers.server.ts'
import { addDialledNumbers } from '#app/exchanges/dialled-numbers.server.ts'
import { addExchange } from '#app/exchanges/exchanges.server.ts'
import { addHours, addLine, switchLine } from '#app/lines/lines.server.ts'
import { publishLine } from '#app/lines/public-line.server.ts'
import { nightWindow } from '#app/nights/night-window.ts'
import { makePaper } from '#app/papers/make-paper.server.ts'
import { changeDraft, draftToChange } from '#app/protocols/change-draft.server.ts'
import { makeSuggestion } from '#app/quality/suggestions.server.ts'
import { encodeCriteria } from '#app/segments/encode-criteria.ts'
import { presets } from '#app/segments/presets.ts'
import { importTenantList } from '#app/tenant-lists/import-tenant-list.server.ts'
import { importFromPath } from '#app/tenant-lists/receive-upload.server.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import type { End } from '#app/triage/protocol.ts'
import { aContact } from '#prisma/builders/contact.ts'
import { aTriageRun, aVerdict } from '#prisma/builders/triage-run.ts'
import { aDraft, aSmallCampaign, orThrow, type SmallCampaign } from './a-small-campaign.ts'
import { isAlive } from './alive.ts'
import { makeCall, nothingDone, type PlannedCall } from './call-plan.ts'
import { aDeskColleague, anOperator } from './people.ts'
import { aTenantList, today } from './tenant-list.ts'

/** A corporation with one of everything, and where each of it stands. */
export type SeededCorporation = SmallCampaign & {
  draftId: string
  tenantId: string
  conversationId: string
  attemptId: string
  followUpId: string
  referralId: string
  targetId: string
  invitation: string
  urgentNumberId: string
  operator: DeskActor
  supervisor: DeskActor
  contacts: { taken: string; chat: string; held: string }
  exchangeId: string
  lineId: string
  nightContactId: string
  linePage: string
  imports: { applied: string; checked: string; mapped: string }
}

type Shown = { path: string; prepare?: (page: Page) => Promise<void> }

const calls: PlannedCall[] = [
  { outcome: 'spoken', wellbeing: 'good', promises: 'follow-up and card' },
  { outcome: 'spoken', wellbeing: 'worry', promises: 'referral' },
  { outcome: 'spoken', wellbeing: 'watch', promises: 'follow-up and card' },
  { outcome: 'no-answer' },
  { outcome: 'call-back-later' },
  { outcome: 'declined' },
]

export async function seedCorporation(): Promise<SeededCorporation> {
  const campaign = await aSmallCampaign('Alles Wonen')
  const { coordinator, caller, colleague, administrator, corporation } = campaign
  const done = nothingDone()
  for (const call of calls) await makeCall(caller, call, campaign.agencyId, done)
  const claim = orThrow(await claimNext(caller, new Date()))
  const where = { corporationId: corporation.id }
  const [followUp, referral, tenant, attempt, applied, gestures] = await inScope(coordinator, async (tx) => [
    await tx.followUp.findFirstOrThrow({ where, select: { id: true } }),
    await tx.referral.findFirstOrThrow({ where, select: { id: true } }),
    await tx.conversation.findFirstOrThrow({ where, select: { id: true, tenantId: true } }),
    await tx.attempt.findFirstOrThrow({ where, select: { id: true } }),
    await tx.tenantImport.findFirstOrThrow({ where, select: { id: true } }),
    await tx.gesture.findMany({ where, select: { id: true }, take: 1 }),
  ])
  await approve(
    coordinator,
    gestures.map(({ id }) => id),
  )
  await aProtocolInHand(coordinator)
  const urgentNumber = { name: 'Wijkbeheerder', phone: '+31162412233', ringWhen: 'op werkdagen', notes: '' }
  const { id: urgentNumberId } = orThrow(await addUrgentNumber(coordinator, uuidV7(), urgentNumber))
  const { token } = await invite(
    administrator,
    { email: 'nieuw@example.nl', name: 'Nieuwe Collega', role: 'caller' },
    new Date(),
  )
  return {
    ...campaign,
    draftId: await aDraft(coordinator, 'Belactie in voorbereiding', [caller, colleague]),
    tenantId: tenant.tenantId,
    conversationId: tenant.id,
    attemptId: attempt.id,
    followUpId: followUp.id,
    referralId: referral.id,
    targetId: claim.targetId,
    invitation: token,
    urgentNumberId,
    ...(await aLineByNight(campaign, await anOperator(corporation, 'desk-administrator'))),
    imports: { applied: applied.id, ...(await twoMoreLists(coordinator)) },
  }
}

/** Changed where nobody in more danger may be helped later, so that there is something wrong with it to show. */
async function aProtocolInHand(coordinator: SmallCampaign['coordinator']) {
  const { body } = await inScope(coordinator, (tx) => draftToChange(tx, coordinator, 'water-leak'))
  const held = body.ends.held as End
  const change = { place: 'ends.held', after: { ...held, hours: 1 }, seen: hashOf(held) } as const
  orThrow(await changeDraft(coordinator, 'water-leak', [change]))
}

/** Answered by the desk at night, with one night switched by hand. */
async function aLineByNight(
  { coordinator, corporation }: Pick<SmallCampaign, 'coordinator' | 'corporation'>,
  operator: DeskActor,
) {
  const { deskId } = operator
  const { id: lineId } = orThrow(await addLine(coordinator, { name: 'Spoedreparatie', kind: 'urgent-repairs' }))
  orThrow(await addHours(coordinator, lineId, { days: ['1', '2', '7'], opens: '17:00', closes: '08:00', deskId }))
  orThrow(await addHours(coordinator, lineId, { days: ['2099-12-25'], opens: null, closes: null, deskId: null }))
  orThrow(await switchLine(coordinator, lineId, { kind: 'outage', until: null, deskId: null }))
  await publishLine(coordinator, lineId, true)
  await makePaper(systemScope(coordinator.corporationId), new Date())
  const nightContactId = await aContactOfLastNight(operator, { corporationId: coordinator.corporationId, lineId })
  const { publicToken } = await inScope(coordinator, (tx) =>
    tx.line.findFirstOrThrow({ where: { id: lineId }, select: { publicToken: true } }),
  )
  const queue = await aQueue(operator, { corporation: corporation, lineId })
  const { id: exchangeId } = await addExchange(operator, { name: 'Eigen centrale', kind: 'generic', key: '' })
  orThrow(
    await addDialledNumbers(operator, exchangeId, {
      numbers: ['0850001122'],
      corporationId: coordinator.corporationId,
      lineId,
    }),
  )
  const linePage = `/b/${coordinator.corporationId}-${publicToken}`
  return { operator, ...queue, exchangeId, lineId, nightContactId, linePage }
}

/** Somebody in danger, somebody who hid their number and somebody with a colleague whose screen is gone. */
async function aQueue(operator: DeskActor, { corporation, lineId }: { corporation: Corporation; lineId: string }) {
  const supervisor = await aDeskColleague(operator, { corporation, role: 'supervisor', name: 'Petra Vos' })
  const colleague = await aDeskColleague(operator, { corporation, role: 'operator', name: 'Sem de Boer' })
  const where = { corporationId: corporation.id, lineId }
  await aContact(operator, { ...where, secondsAgo: 75, phone: '+31612345678', isDanger: true })
  await aContact(operator, { ...where, secondsAgo: 700, isHidden: true })
  await setPresence({ ...colleague, accountId: colleague.accountId }, 'free')
  const taken = await aContact(operator, { ...where, phone: '+31101234567' })
  await claimContact(colleague, taken)
  const { id: chatLine } = orThrow(await addLine(systemScope(corporation.id), { name: 'Kletslijn', kind: 'chat' }))
  const chat = await aContact(operator, { ...where, lineId: chatLine, phone: '+31502345678' })
  const held = await aContact(operator, { ...where, phone: '+31503456789', message: 'De kelder staat blank.' })
  await claimContact(supervisor, held)
  await judgedCallers(supervisor, where)
  return { supervisor, contacts: { taken, chat, held } }
}

/** As many as something can stand out among, and what the supervisor would change because of it. */
async function judgedCallers(supervisor: DeskActor, where: { corporationId: number; lineId: string }) {
  const verdict = aVerdict({ end: 'runs-on', rule: 3, class: 'urgent', hours: 2 })
  for (let index = 0; index < 12; index++)
    await aTriageRun(supervisor, {
      ...where,
      verdict,
      answers: { stopped: index < 6 ? 'unknown' : 'no', bucket: 'no' },
      override: index < 4 ? { class: 'danger', hours: null, direction: 'up', reason: null } : null,
    })
  for (const [key, kind] of [
    [uuidV7(), 'water-leak'],
    [uuidV7(), 'no-heating'],
  ] as const)
    await makeSuggestion(inHand(supervisor, where.corporationId), {
      key,
      kind,
      signal: 'raised',
      place: 'ends.runs-on',
      words: 'Vraag eerst of de hoofdkraan dicht is.',
    })
}

/** Five minutes after the office closed, and still to be finished. */
export const aContactOfLastNight = (operator: DeskActor, place: { corporationId: number; lineId: string }) => {
  const { from } = nightWindow(usualOfficeHours, 'Europe/Amsterdam', new Date())
  const arrivedAt = new Date(from.getTime() + 300_000)
  return aContact(operator, { ...place, arrivedAt, phone: '+31162748490', message: 'De lift staat stil.' })
}

/** One that waits for its columns, and one that was checked and waits for a yes. */
async function twoMoreLists(coordinator: SmallCampaign['coordinator']) {
  const { path, fileName } = aTenantList('plain', 40)
  const mapped = await importFromPath(coordinator, { path, fileName, listedOn: today })
  const { importId: checked } = orThrow(
    await importTenantList(coordinator, { path, fileName, today, apply: false }, campaignsFollowLists),
  )
  return { mapped: mapped.importId, checked }
}

async function approve(coordinator: SmallCampaign['coordinator'], ids: string[]) {
  const { changeGestures } = await import('#app/gestures/change-gestures.server.ts')
  orThrow(await changeGestures(coordinator, ids, { step: 'approve' }))
}

const at = (...paths: string[]): Shown[] => paths.map((path) => ({ path }))

/** Every page, under the role that has most to see there. */
export function pagesOf(seeded: SeededCorporation): Record<Role | 'operator' | 'supervisor' | 'nobody', Shown[]> {
  const { campaignId, draftId, imports, caller } = seeded
  const draft = (step: string) => `/campaigns/${draftId}/draft/${step}`
  const campaign = (part = '') => `/campaigns/${campaignId}${part}`
  const protocol = (part: string) => `/protocols/water-leak${part}`
  return {
    nobody: at('/sign-in', `/invitations/${seeded.invitation}`, seeded.linePage),
    operator: at(
      '/desk',
      '/desk/invitations',
      '/desk/invitations/many',
      `/desk/members/${seeded.operator.accountId}`,
      `/desk/corporations/${seeded.corporation.id}`,
      `/desk/corporations/${seeded.corporation.id}/lines/${seeded.lineId}`,
      '/desk/exchanges',
      `/desk/exchanges/${seeded.exchangeId}`,
      `/desk/exchanges/${seeded.exchangeId}/secret`,
      '/desk/unassigned-calls',
      '/desk/rehearsal',
      `/screen-pop?exchange=${seeded.exchangeId}&number=0612345678`,
      '/account',
    ),
    supervisor: [
      { path: '/queue', prepare: beAtWork },
      ...at('/wallboard', '/queue?view=taken', '/queue?view=missed', '/papers'),
      ...at(
        `/contacts/${seeded.contacts.held}`,
        `/contacts/${seeded.contacts.taken}`,
        `/contacts/${seeded.contacts.chat}`,
      ),
      ...at('/contacts', '/contacts/new'),
      ...at('/desk/quality', '/desk/quality?kind=water-leak&days=90', '/desk/quality?kind=fire'),
      ...at('/desk/quality/runs?show=raised', '/desk/quality/suggestion?kind=water-leak&signal=raised'),
      ...at(`/account/place?place=desk-${seeded.operator.deskId}`),
    ],
    administrator: at(
      '/',
      '/accounts',
      '/accounts/invitations',
      `/accounts/${caller.accountId}`,
      `/accounts/${caller.accountId}/departure`,
      '/audit',
      '/imports',
      '/campaigns',
      '/account',
      '/settings',
      '/settings/urgent-numbers',
      '/settings/desks',
      `/settings/desks/${seeded.operator.deskId}`,
      '/settings/office-hours',
      '/settings/values',
      '/settings/values/gas-and-power',
      '/settings/values/call-out-night',
      '/settings/lines',
      `/settings/lines/${seeded.lineId}`,
      `/settings/lines/${seeded.lineId}/switches`,
      `/settings/lines/${seeded.lineId}/form`,
      `/settings/urgent-numbers/${seeded.urgentNumberId}`,
    ),
    coordinator: at(
      ...[
        '/',
        '/calls',
        '/tenants',
        '/tenants?q=van',
        `/tenants/${seeded.tenantId}`,
        `/tenants/${seeded.tenantId}/conversation`,
        `/conversations/${seeded.conversationId}`,
        `/attempts/${seeded.attemptId}`,
        '/corrections',
        '/warnings',
      ],
      ...[
        '/imports',
        '/imports/new',
        `/imports/${imports.applied}?group=rejected`,
        `/imports/${imports.checked}?group=new`,
        `/imports/${imports.mapped}`,
      ],
      ...['/selection', `/selection/names?criteria=${encodeURIComponent(encodeCriteria(presets['80-plus']))}`],
      ...['/follow-ups', `/follow-ups/${seeded.followUpId}`, '/referrals', `/referrals/${seeded.referralId}`],
      ...[
        '/agencies',
        `/agencies/${seeded.agencyId}`,
        '/gestures',
        '/gestures?state=approved',
        '/gestures/labels?kind=card',
      ],
      ...['/protocols', ...['', '?at=questions.stopped', '?at=words'].map(protocol)],
      ...['?at=ends.held', '?at=examples.new', '/texts', '/publication', '/national', '/history'].map(protocol),
      ...['/campaigns', '/campaigns/new', ...['purpose', 'whom', 'script', 'team', 'start'].map(draft)],
      ...['/protocols/quality', '/protocols/quality?kind=water-leak', '/protocols/quality/runs'],
      ...['', '/callers', '/addresses', '/script', '/policy', `/callers/${caller.accountId}`, '/closure'].map(campaign),
    ),
    caller: [
      ...at('/', '/calls', '/follow-ups', '/referrals', `/calls/${seeded.targetId}`),
      ...at('/ring-backs', `/calls/${seeded.targetId}/conversation`),
      { path: `/calls/${seeded.targetId}`, prepare: openEverything },
    ],
    'contact-person': at(
      ...['?at=ends.held', '/texts', '/publication'].map(protocol),
      '/nights',
      '/nights?show=for-office',
      `/nights/contacts/${seeded.nightContactId}`,
      '/lines',
      '/settings/values',
      '/settings/values/office',
      '/account',
    ),
    reader: at('/', '/campaigns', campaign()),
  }
}

/** Free, so that the sound and what is said of oneself are there. */
async function beAtWork(page: Page) {
  await isAlive(page)
  await page.getByRole('button', { name: 'Vrij', exact: true }).click()
  await expect(page.locator('[data-ringing]')).toBeVisible()
}

/** The call screen at its fullest: somebody was spoken to, and everything was promised. */
async function openEverything(page: Page) {
  await isAlive(page)
  await page.locator('#outcome-spoken').check()
  for (const [offer, field] of [
    ['Terugbellen', '[name^="followUp-"][name$="-promise"]'],
    ['Doorverwijzen', '[name^="referral-"][name$="-question"]'],
    ['Kaartje', '[name^="gesture-"][name$="-text"]'],
  ] as const) {
    await page.getByRole('button', { name: offer, exact: true }).click()
    await expect(page.locator(field)).toBeVisible()
  }
}
