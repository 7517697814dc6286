import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { loader as callLoader } from '#app/calls/pages/call.tsx'
import { action as draftAction } from '#app/calls/pages/call-draft.tsx'
import { action as leaseAction } from '#app/calls/pages/call-lease.tsx'
import { action as outcomeAction } from '#app/calls/pages/call-outcome.tsx'
import { action as releaseAction } from '#app/calls/pages/call-release.tsx'
import { loader as callsLoader, action as nextAction } from '#app/calls/pages/calls.tsx'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { loader as todayLoader } from '#app/today/pages/today.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { aCampaign, aTarget } from '#tests/calls/a-call.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

type Handler = (args: LoaderFunctionArgs) => Promise<unknown>
const call = (handler: unknown, request: Request, targetId = '') =>
  answerOf(() => (handler as Handler)({ request, params: { targetId }, context: {} as never }))
const get = async (handler: unknown, actor: Actor, path: string, targetId = '') =>
  call(handler, await signedIn(actor, path), targetId)
const post = async (
  handler: unknown,
  actor: Actor,
  path: string,
  fields: Record<string, string | string[]>,
  targetId = '',
) => call(handler, await posted(actor, path, fields), targetId)
const locationOf = (answer: unknown) => (answer as Response).headers.get('Location')
const json = async (answer: unknown) => (await (answer as Response).json()) as Record<string, unknown>

describe('the pages of a caller', () => {
  let els: Actor
  let joost: Actor
  let coordinator: Actor
  let reader: Actor
  let stranger: Actor
  let campaign: { id: string }

  beforeAll(async () => {
    await useDatabase()
    const corporation = await aCorporation()
    coordinator = await anActor(corporation)
    els = await anActor(corporation, { role: 'caller', name: 'Els Bakker' })
    joost = await anActor(corporation, { role: 'caller', name: 'Joost de Wit' })
    reader = await anActor(corporation, { role: 'reader' })
    stranger = await anActor(await aCorporation({ name: 'Elders' }), { role: 'caller' })
    campaign = await aCampaign(coordinator, [els, joost])
  })

  /** A home in this caller's hands, through the button they press. */
  async function taken(actor: Actor) {
    const tenant = await aTenant(actor)
    const targetId = await aTarget(coordinator, campaign, tenant, { assignedTo: actor.accountId })
    expect(locationOf(await post(nextAction, actor, '/calls', {}))).toBe(`/calls/${targetId}`)
    const loaded = (await get(callLoader, actor, `/calls/${targetId}`, targetId)) as {
      callDetails: { fence: number }
      writeKey: string
      startedAt: string
    }
    const form = { key: loaded.writeKey, fence: String(loaded.callDetails.fence), startedAt: loaded.startedAt }
    return { tenant, targetId, form, path: `/calls/${targetId}` }
  }
  const spoken = { outcome: 'spoken', notes: 'Zij tuiniert graag.', wellbeing: 'good', 'topics[]': ['chat', 'garden'] }

  test('a reader may not call, and whoever is nobody signs in first', async () => {
    for (const handler of [callsLoader, callLoader])
      expect(((await get(handler, reader, '/calls', uuidV7())) as Response).status).toBe(403)
    for (const handler of [nextAction, draftAction, leaseAction, outcomeAction, releaseAction])
      expect(((await post(handler, reader, '/calls', {}, uuidV7())) as Response).status).toBe(403)
    const nobody = await call(callLoader, new Request('http://localhost:3000/calls/x'), uuidV7())
    expect(locationOf(nobody)).toContain('/sign-in')
  })

  test('the next home is claimed and opened, and what was said is on record before the one after it', async () => {
    const { targetId, form, path, tenant } = await taken(els)
    const promise = {
      'followUp-3-kind': 'visit',
      'followUp-3-promise': 'Langsgaan voor een kop koffie',
      'followUp-3-ownerId': els.accountId,
      'followUp-3-dueOn': '2099-01-15',
      'followUp-3-dueTime': '',
    }
    const answer = await post(outcomeAction, els, `${path}/outcome`, { ...form, ...spoken, ...promise }, targetId)
    expect(await json(answer)).toEqual({ ok: true, next: '/calls?nobody&saved' })
    const [row] = await asSuperuser<{ state: string }>('SELECT state FROM target WHERE id = $1', [targetId])
    expect(row?.state).toBe('reached')
    const promises = await asSuperuser('SELECT kind FROM follow_up WHERE tenant_id = $1', [tenant.id])
    expect(promises).toEqual([{ kind: 'visit' }])
  })

  test('a double click and a retry get the same answer, and one attempt is written', async () => {
    const { targetId, form, path } = await taken(els)
    const send = () => post(outcomeAction, els, `${path}/outcome`, { ...form, ...spoken }, targetId)
    const answers = await Promise.all([send(), send(), send()])
    const bodies = await Promise.all(answers.map(json))
    expect(bodies).toEqual([bodies[0], bodies[0], bodies[0]])
    expect(bodies[0]).toMatchObject({ ok: true })
    expect(await asSuperuser('SELECT id FROM attempt WHERE target_id = $1', [targetId])).toHaveLength(1)
  })

  test('what was typed is found again after a reload, and is sealed where it lies', async () => {
    const { targetId, form, path } = await taken(els)
    const draftFields = { ...form, outcome: 'spoken', notes: 'Kanariegeheim van mevrouw', 'topics[]': ['chat'] }
    expect(await json(await post(draftAction, els, `${path}/draft`, draftFields, targetId))).toMatchObject({ ok: true })
    const again = (await get(callLoader, els, path, targetId)) as {
      draftFields: Record<string, string[]>
      savedAt: string
    }
    expect(again.draftFields).toEqual({
      outcome: ['spoken'],
      notes: ['Kanariegeheim van mevrouw'],
      'topics[]': ['chat'],
    })
    expect(again.savedAt).toBeTruthy()
    const [row] = await asSuperuser<{ text: string }>(
      'SELECT encode(sealed, $2) AS text FROM call_draft WHERE target_id = $1',
      [targetId, 'escape'],
    )
    expect(row?.text).not.toContain('Kanariegeheim')
    const listed = async () =>
      ((await get(callsLoader, els, '/calls')) as { drafts: { targetId: string }[] }).drafts.map(
        (each) => each.targetId,
      )
    // While the call is in hand one button leads to it; once it is given back, its draft does.
    expect(await listed()).not.toContain(targetId)
    await post(releaseAction, els, `${path}/release`, form, targetId)
    expect(await listed()).toContain(targetId)
    await asSuperuser('DELETE FROM call_draft WHERE target_id = $1', [targetId])
    await asSuperuser("UPDATE target SET state = 'reached' WHERE id = $1", [targetId])
  })

  test('a save of what was typed that comes in with or after the outcome leaves no draft behind', async () => {
    const { targetId, form, path } = await taken(els)
    const draftFields = { ...form, ...spoken }
    const save = () => post(draftAction, els, `${path}/draft`, draftFields, targetId)
    const [sent, beside] = await Promise.all([
      post(outcomeAction, els, `${path}/outcome`, draftFields, targetId),
      save(),
    ])
    expect([await json(sent), await json(beside), await json(await save())]).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: true },
    ])
    expect(await asSuperuser('SELECT FROM call_draft WHERE target_id = $1', [targetId])).toEqual([])
  })

  test('a home in a colleague’s hands is refused with the name of the colleague, for looking and for saving', async () => {
    const { targetId, form, path } = await taken(joost)
    const looked = (await get(callLoader, els, path, targetId)) as { data: Record<string, unknown>; init: ResponseInit }
    expect(looked.init.status).toBe(409)
    expect(looked.data).toMatchObject({ is: 'gone', reason: 'claimed-by-other', by: 'Joost de Wit' })
    expect(JSON.stringify(looked.data)).not.toContain('Kuipers')
    const saved = await post(outcomeAction, els, `${path}/outcome`, { ...form, key: uuidV7(), ...spoken }, targetId)
    expect((saved as Response).status).toBe(409)
    expect(await json(saved)).toMatchObject({ ok: false, reason: 'claimed-by-other', by: 'Joost de Wit' })
    const lease = await post(leaseAction, els, `${path}/lease`, { fence: form.fence }, targetId)
    expect(await json(lease)).toMatchObject({ ok: false, by: 'Joost de Wit' })
    await post(outcomeAction, joost, `${path}/outcome`, { ...form, ...spoken }, targetId)
  })

  test('a home of another corporation is not there', async () => {
    const { targetId, form, path } = await taken(els)
    const looked = await get(callLoader, stranger, path, targetId)
    expect((looked as Response).status).toBe(404)
    for (const [handler, part] of [
      [draftAction, 'draft'],
      [leaseAction, 'lease'],
      [outcomeAction, 'outcome'],
      [releaseAction, 'release'],
    ] as const) {
      const answer = await post(handler, stranger, `${path}/${part}`, { ...form, key: uuidV7(), ...spoken }, targetId)
      expect((answer as Response).status, part).toBe(404)
    }
    await post(outcomeAction, els, `${path}/outcome`, { ...form, ...spoken }, targetId)
  })

  test('what is missing is named by its field, with a new key for the next try', async () => {
    const { targetId, form, path } = await taken(els)
    const fields = {
      ...form,
      outcome: 'spoken',
      notes: 'Haar BSN is 111222333.',
      'followUp-7-kind': 'visit',
      'followUp-7-promise': '',
      'followUp-7-ownerId': els.accountId,
      'followUp-7-dueOn': '',
      'referral-2-agencyId': uuidV7(),
      'referral-2-question': 'Maatje',
      'referral-2-ownerId': els.accountId,
    }
    const refused = await post(outcomeAction, els, `${path}/outcome`, fields, targetId)
    expect((refused as Response).status).toBe(409)
    const { errors, key } = (await json(refused)) as { errors: Record<string, string>; key: string }
    expect(key).not.toBe(form.key)
    expect(Object.keys(errors)).toEqual(
      expect.arrayContaining(['followUp-7-promise', 'followUp-7-dueOn', 'referral-2-consent']),
    )
    const bare = await post(
      outcomeAction,
      els,
      `${path}/outcome`,
      { ...form, key, outcome: 'spoken', notes: 'Haar BSN is 111222333.' },
      targetId,
    )
    expect((await json(bare)).errors).toMatchObject({ wellbeing: 'wellbeing-required', notes: 'bsn' })
    await post(outcomeAction, els, `${path}/outcome`, { ...form, key: uuidV7(), outcome: 'no-answer' }, targetId)
  })

  test('a past date in the third block of promises is shown at that block', async () => {
    const { targetId, form, path } = await taken(els)
    const fields = {
      ...form,
      ...spoken,
      'followUp-5-kind': 'visit',
      'followUp-5-promise': 'Koffie',
      'followUp-5-ownerId': els.accountId,
      'followUp-5-dueOn': '2001-01-01',
    }
    const refused = await post(outcomeAction, els, `${path}/outcome`, fields, targetId)
    expect((await json(refused)).errors).toEqual({ 'followUp-5-dueOn': 'date-past' })
    await post(outcomeAction, els, `${path}/outcome`, { ...form, key: uuidV7(), outcome: 'no-answer' }, targetId)
  })

  test('an agency that ended meanwhile is named at its own block, not at the empty one before it', async () => {
    const { targetId, form, path } = await taken(els)
    const fields = {
      ...form,
      ...spoken,
      'referral-0-agencyId': '',
      'referral-0-question': '',
      'referral-1-agencyId': uuidV7(),
      'referral-1-question': 'Maatje',
      'referral-1-consent': 'on',
    }
    const refused = await post(outcomeAction, els, `${path}/outcome`, fields, targetId)
    expect((await json(refused)).errors).toEqual({ 'referral-1-agencyId': 'required' })
    await post(outcomeAction, els, `${path}/outcome`, { ...form, key: uuidV7(), outcome: 'no-answer' }, targetId)
  })

  test('without script the form goes on to the next page, and comes back with all that was typed when it was refused', async () => {
    const { targetId, form, path } = await taken(els)
    const navigate = async (fields: Record<string, string | string[]>) => {
      const request = await posted(els, `${path}/outcome`, fields)
      request.headers.set('Sec-Fetch-Mode', 'navigate')
      return call(outcomeAction, request, targetId)
    }
    const refused = await navigate({ ...form, outcome: 'spoken', notes: 'Zij tuiniert graag.' })
    expect(locationOf(refused)).toBe(`${path}?refused`)
    const shown = (await get(callLoader, els, `${path}?refused`, targetId)) as {
      errors: Record<string, string>
      draftFields: Record<string, string[]>
    }
    expect(shown.errors).toEqual({ wellbeing: 'wellbeing-required' })
    expect(shown.draftFields.notes).toEqual(['Zij tuiniert graag.'])
    const done = await navigate({
      ...form,
      ...spoken,
      afterwards: 'stop',
      'gesture-92-kind': 'card',
      'gesture-92-text': '',
    })
    expect(locationOf(done)).toBe('/?saved')
  })

  test('giving a home back leaves it on the list with what was typed', async () => {
    const { targetId, form, path } = await taken(els)
    const given = await post(
      releaseAction,
      els,
      `${path}/release`,
      { ...form, notes: 'Kwam er niet aan toe' },
      targetId,
    )
    expect(locationOf(given)).toBe('/calls')
    const [row] = await asSuperuser<{ claimed_by: string | null; state: string }>(
      'SELECT claimed_by, state FROM target WHERE id = $1',
      [targetId],
    )
    expect(row).toEqual({ claimed_by: null, state: 'open' })
    expect(locationOf(await post(nextAction, els, '/calls', {}))).toBe(path)
    const again = (await get(callLoader, els, path, targetId)) as {
      draftFields: Record<string, string[]>
      callDetails: { fence: number }
    }
    expect(again.draftFields.notes).toEqual(['Kwam er niet aan toe'])
    await post(
      outcomeAction,
      els,
      `${path}/outcome`,
      { ...form, key: uuidV7(), fence: String(again.callDetails.fence), outcome: 'no-answer' },
      targetId,
    )
  })

  test('when nobody is left the page says why, with counts', async () => {
    expect(locationOf(await post(nextAction, els, '/calls', {}))).toBe('/calls?nobody')
    const page = (await get(callsLoader, els, '/calls')) as {
      nothing: { reason: string; blocked: { reason: string; count: number }[]; nextAt: string }
    }
    expect(page.nothing.reason).toBe('nothing-left')
    expect(page.nothing.blocked.find(({ reason }) => reason === 'retry')?.count).toBeGreaterThan(0)
    expect(page.nothing.nextAt).toBeTruthy()
  })

  test('"nobody" is of the moment: with somebody free again the same address has the button', async () => {
    const asked = '/calls?nobody&saved'
    const before = (await get(callsLoader, els, asked)) as { nothing: object | null; spokenToday: number }
    expect(before.nothing).not.toBeNull()
    expect(before.spokenToday).toBeGreaterThan(0)
    // Also where "Opslaan en stoppen" leads; not to who comes there in another way.
    expect(await get(todayLoader, els, '/?saved')).toMatchObject({ spokenToday: before.spokenToday })
    expect(await get(todayLoader, els, '/')).toMatchObject({ spokenToday: null })
    const { targetId, form, path } = await taken(els)
    await post(releaseAction, els, `${path}/release`, form, targetId)
    expect(await get(callsLoader, els, asked)).toMatchObject({ nothing: null, isSomebodyReady: true })
    await taken(els).catch(() => {})
  })

  test('a citizen service number is in no draft, however it is written; the rest is', async () => {
    const { targetId, form, path } = await taken(joost)
    const notes = 'Haar nummer is 111\u00AD222\u200B333, zij tuiniert. Ook 1 1 1 2 2 2 3 3 3.'
    await post(draftAction, joost, `${path}/draft`, { ...form, outcome: 'spoken', notes }, targetId)
    const shown = (await get(callLoader, joost, path, targetId)) as { draftFields: Record<string, string[]> }
    expect(shown.draftFields.notes?.[0]).toBe(
      'Haar nummer is •••\u00AD•••\u200B•••, zij tuiniert. Ook • • • • • • • • •.',
    )
    await post(outcomeAction, joost, `${path}/outcome`, { ...form, ...spoken }, targetId)
  })
})
