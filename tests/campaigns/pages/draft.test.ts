import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { loader as onward } from '#app/campaigns/pages/draft-index.tsx'
import { action as saveScript } from '#app/campaigns/pages/draft-script.tsx'
import { loader as start } from '#app/campaigns/pages/draft-start.tsx'
import { action as saveTeam, loader as team } from '#app/campaigns/pages/draft-team.tsx'
import { action as saveWhom, loader as whom } from '#app/campaigns/pages/draft-whom.tsx'
import { action as create, loader as fresh } from '#app/campaigns/pages/new-campaign.tsx'
import { loader as progress } from '#app/campaigns/pages/progress.tsx'
import { action as spread } from '#app/campaigns/pages/spread.tsx'
import { action as undoSpread } from '#app/campaigns/pages/spread-reversal.tsx'
import { action as step } from '#app/campaigns/pages/step.tsx'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { newRule } from '#app/segments/edit-criteria.ts'
import { encodeCriteria } from '#app/segments/encode-criteria.ts'
import { saveSegment } from '#app/segments/segments.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { actionAt, signedIn } from '#tests/support/signed-in.ts'
import { aDraft } from './a-campaign.ts'
import { call, load, locationOf, post } from './routes.ts'

const launch = actionAt(step, '/campaigns/x/launch')

let coordinator: Actor
let caller: Actor

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation)
  caller = await anActor(corporation, { role: 'caller', name: 'Youssef Amrani' })
  for (let nth = 0; nth < 5; nth++) await aTenant(coordinator)
  await aTenant(coordinator, { birthOn: new Date('1990-01-01') })
})

const everybody = encodeCriteria({ all: [] })
const filledIn = () => ({
  key: uuidV7(),
  criteria: everybody,
  name: 'Belactie',
  purpose: 'Weten hoe het gaat',
  legalBasis: 'legitimate-interest',
  reasonToCall: 'We vragen hoe het gaat.',
})
const policyFields = {
  maxAttempts: '3',
  hoursBetween: '4',
  restDays: '30',
  leaseMinutes: '20',
  'from-1[]': '09:00',
  'to-1[]': '17:00',
}
const rowOf = async (id: string) =>
  (await asSuperuser<Record<string, never>>('SELECT * FROM campaign WHERE id = $1', [id]))[0]
const idIn = (location: string | null) => location?.split('/')[2] ?? ''

describe('the first step', () => {
  test('keeps a draft and goes on to whom; a double click makes one', async () => {
    const fields = filledIn()
    const [first, again] = [await post(coordinator, create, {}, fields), await post(coordinator, create, {}, fields)]
    expect(locationOf(first)).toMatch(/^\/campaigns\/[0-9a-f-]{36}\/draft\/whom$/)
    expect(locationOf(again)).toBe(locationOf(first))
    expect(await rowOf(idIn(locationOf(first)))).toMatchObject({
      state: 'draft',
      name: 'Belactie',
      legal_basis: 'legitimate-interest',
    })
  })

  test('asks what the privacy law asks', async () => {
    expect(
      await post(
        coordinator,
        create,
        {},
        { key: uuidV7(), criteria: everybody, name: '', purpose: '', reasonToCall: '' },
      ),
    ).toMatchObject({
      data: {
        errors: { name: 'no-name', purpose: 'no-purpose', legalBasis: 'no-legal-basis', reasonToCall: 'no-reason' },
      },
      init: { status: 400 },
    })
  })

  test('refuses a name and a reason that tell callers of arrears or nuisance', async () => {
    for (const words of ['U heeft een betalingsachterstand.', 'Er is overlast gemeld.'])
      for (const field of ['name', 'reasonToCall'])
        expect(await post(coordinator, create, {}, { ...filledIn(), [field]: words })).toMatchObject({
          data: { errors: { [field]: 'tells-too-much' } },
        })
  })

  test('begins with a saved selection, with one just made, or with 80 and over', async () => {
    const criteria = { all: [{ field: 'no-email', operator: 'yes' }] } as const
    const saved = await saveSegment(coordinator, {
      key: uuidV7(),
      name: 'Zonder e-mail',
      criteria: { all: [...criteria.all] },
    })
    expect(await load(coordinator, fresh, {}, `?segment=${saved.ok && saved.id}`)).toMatchObject({ criteria })
    expect(await load(coordinator, fresh, {}, `?criteria=${encodeCriteria({ all: [...criteria.all] })}`)).toMatchObject(
      { criteria },
    )
    const defaults = { all: [{ field: 'age', operator: 'at-least', value: 80 }] }
    for (const query of ['', '?segment=nonsense', '?criteria=nonsense'])
      expect(await load(coordinator, fresh, {}, query)).toMatchObject({ criteria: defaults })
    const unfinished = encodeCriteria({ all: [newRule('complex')] })
    expect(locationOf(await load(coordinator, fresh, {}, `?criteria=${unfinished}`))).toBe(
      `/selection?criteria=${unfinished}`,
    )
  })
})

describe('the steps after it', () => {
  test('count whom it comes to and keep the choice', async () => {
    const campaignId = await aDraft(coordinator)
    expect(await load(coordinator, whom, { campaignId })).toMatchObject({ counts: { tenants: 6, homes: 5 } })
    expect(await load(coordinator, whom, { campaignId }, `?criteria=${everybody}`)).toMatchObject({
      counts: { homes: 6 },
    })
    expect(locationOf(await post(coordinator, saveWhom, { campaignId }, { criteria: everybody }))).toBe(
      `/campaigns/${campaignId}/draft/script`,
    )
    expect(await load(coordinator, whom, { campaignId })).toMatchObject({ counts: { homes: 6 } })
    expect(await post(coordinator, saveWhom, { campaignId }, { criteria: 'nonsense' })).toMatchObject({
      data: { reason: 'criteria-invalid' },
    })
    const unfinished = encodeCriteria({ all: [newRule('complex')] })
    expect(await post(coordinator, saveWhom, { campaignId }, { criteria: unfinished })).toMatchObject({
      data: { reason: 'criteria-unfinished' },
    })
    expect(await load(coordinator, whom, { campaignId })).toMatchObject({ counts: { homes: 6 } })
  })

  test('keep the script in the order of the form, and say which part lacks something', async () => {
    const campaignId = await aDraft(coordinator)
    await post(coordinator, saveScript, { campaignId }, { 'title[]': ['Tweede', 'Eerste'], 'text[]': ['b', 'a'] })
    expect(await rowOf(campaignId)).toMatchObject({
      script: [
        { title: 'Tweede', text: 'b' },
        { title: 'Eerste', text: 'a' },
      ],
    })
    expect(
      await post(coordinator, saveScript, { campaignId }, { 'title[]': ['Kop', ''], 'text[]': ['b', 'a'] }),
    ).toMatchObject({ data: { errors: { '1.title': 'required' } } })
    expect(await post(coordinator, saveScript, { campaignId })).toMatchObject({
      data: { errors: { form: 'required' } },
    })
  })

  test('keep the team with hours as people write them, and the rules', async () => {
    const campaignId = await aDraft(coordinator)
    const fields = {
      ...policyFields,
      maxAttempts: '2',
      'callers[]': [caller.accountId],
      [`hours-${caller.accountId}`]: '7,5',
    }
    expect(locationOf(await post(coordinator, saveTeam, { campaignId }, fields))).toBe(
      `/campaigns/${campaignId}/draft/start`,
    )
    expect(await load(coordinator, team, { campaignId })).toMatchObject({
      policy: { maxAttempts: 2, otherPartOfDay: false, windows: { 1: [{ from: '09:00', to: '17:00' }] } },
      colleagues: [{ isSelected: false }, { accountId: caller.accountId, isSelected: true, hours: 7.5 }],
      homes: 5,
    })
  })

  test('say at the field which hours or times are wrong', async () => {
    const campaignId = await aDraft(coordinator)
    const fields = {
      ...policyFields,
      'from-1[]': '17:00',
      'to-1[]': '09:00',
      'callers[]': [caller.accountId],
      [`hours-${caller.accountId}`]: 'veel',
    }
    expect(await post(coordinator, saveTeam, { campaignId }, fields)).toMatchObject({
      data: { errors: { [`hours-${caller.accountId}`]: 'number', 'windows.1.0.to': 'window-order' } },
    })
    expect(
      await post(coordinator, saveTeam, { campaignId }, { ...policyFields, 'from-1[]': '', 'to-1[]': '' }),
    ).toMatchObject({ data: { errors: { windows: 'no-calling-hours' } } })
  })

  test('go on where the draft was left', async () => {
    const bare = await aDraft(coordinator, { purpose: '' })
    const full = await aDraft(coordinator)
    expect(locationOf(await load(coordinator, onward, { campaignId: bare }))).toBe(`/campaigns/${bare}/draft/purpose`)
    expect(locationOf(await load(coordinator, onward, { campaignId: full }))).toBe(`/campaigns/${full}/draft/whom`)
    expect(locationOf(await load(coordinator, progress, { campaignId: full }))).toBe(`/campaigns/${full}/draft`)
  })
})

describe('dividing and starting', () => {
  const teamForm = () => ({
    ...policyFields,
    'callers[]': [coordinator.accountId, caller.accountId],
    [`hours-${coordinator.accountId}`]: '15',
    [`hours-${caller.accountId}`]: '15',
  })

  test('shows who would get how many before anything is written, and nobody differs by more than one', async () => {
    const campaignId = await aDraft(coordinator)
    await post(coordinator, saveTeam, { campaignId }, teamForm())
    const preview = (await load(coordinator, start, { campaignId })) as { spread: { callers: { homes: number }[] } }
    expect(preview).toMatchObject({ homes: 5, missing: [], plan: { hoursOffered: 30, hoursShort: 0 } })
    expect(preview.spread.callers.map(({ homes }) => homes).sort()).toEqual([2, 3])
    expect(await targetsOf(campaignId)).toBe(0)
  })

  test('divides, takes it back, divides again and starts', async () => {
    const campaignId = await aDraft(coordinator)
    await post(coordinator, saveTeam, { campaignId }, teamForm())
    expect(locationOf(await post(coordinator, spread, { campaignId }))).toContain('flash=spread')
    expect(await targetsOf(campaignId)).toBe(5)
    expect(locationOf(await post(coordinator, undoSpread, { campaignId }))).toContain('flash=spread-undone')
    expect(await targetsOf(campaignId)).toBe(0)
    await post(coordinator, spread, { campaignId })
    const remove = await signedIn(coordinator, `/campaigns/${campaignId}/spread`, { method: 'DELETE' })
    expect(await call(spread, remove, { campaignId })).toHaveProperty('status', 400)
    expect(locationOf(await post(coordinator, launch, { campaignId }))).toBe(`/campaigns/${campaignId}?flash=launched`)
    expect(await rowOf(campaignId)).toMatchObject({ state: 'running' })
    expect(locationOf(await post(coordinator, undoSpread, { campaignId }))).toContain('refused=not-a-draft')
    expect(await targetsOf(campaignId)).toBe(5)
  })

  test('does not start without a team, and the step says what is missing', async () => {
    await aTenant(coordinator)
    const campaignId = await aDraft(coordinator, { purpose: '' })
    expect(locationOf(await post(coordinator, launch, { campaignId }))).toBe(
      `/campaigns/${campaignId}/draft/start?refused=no-purpose`,
    )
    expect(await load(coordinator, start, { campaignId })).toMatchObject({
      missing: ['no-purpose', 'no-team'],
      spread: null,
    })
    expect(locationOf(await post(coordinator, spread, { campaignId }))).toContain('refused=no-team')
    expect(await rowOf(campaignId)).toMatchObject({ state: 'draft' })
  })

  const targetsOf = (campaignId: string) => inScope(coordinator, (tx) => tx.target.count({ where: { campaignId } }))
})
