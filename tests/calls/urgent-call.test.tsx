import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { correctionSchema } from '#app/calls/correction-schema.ts'
import { readOutcomeForm } from '#app/calls/outcome-form.ts'
import { loader as callLoader } from '#app/calls/pages/call.tsx'
import { loader as correctionLoader } from '#app/calls/pages/conversation.tsx'
import { loader as addedLoader } from '#app/calls/pages/tenant-conversation.tsx'
import type { OutcomeRecorded } from '#app/calls/record-outcome.server.ts'
import { rangFields, rangText } from '#app/calls/urgent-rang.ts'
import { CallForm, type CallFormProps } from '#app/calls/views/call-form.tsx'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { addUrgentNumber } from '#app/corporations/urgent-numbers.server.ts'
import { aCampaign, type Campaign, claimed, finish } from '#tests/calls/a-campaign.ts'
import { asHtml } from '#tests/calls/as-html.tsx'
import { useDatabase } from '#tests/support/database.ts'
import { answerOf, signedIn } from '#tests/support/signed-in.ts'

const numbers = [
  { name: 'Coördinator', phone: '+31162412233', ringWhen: 'op werkdagen', notes: 'Vraag naar Cora.' },
  { name: 'Alarmnummer', phone: '112', ringWhen: 'bij levensgevaar', notes: '' },
]

describe('who was rung', () => {
  const names = ['Coördinator', 'Wijkbeheerder']
  test.each([
    [['Coördinator', 'Wijkbeheerder'], 'Jan gaat erheen', 'Coördinator; Wijkbeheerder; Jan gaat erheen'],
    [['Wijkbeheerder'], '', 'Wijkbeheerder'],
    [[], 'Haar dochter; die komt', 'Haar dochter; die komt'],
    [[], '', ''],
  ])('%j and %j is kept as %j, and read back for a correction', (called, typed, text) => {
    expect(rangText(called, typed)).toBe(text)
    expect(rangFields(text, names)).toEqual({ called, typed })
  })

  test('by a name that is gone stays in words', () => {
    expect(rangFields('Coördinator; Oude naam; komt zo', ['Coördinator'])).toEqual({
      called: ['Coördinator'],
      typed: 'Oude naam; komt zo',
    })
  })

  const read = (fields: Record<string, string[]>) => {
    const form = new FormData()
    const all = { key: [uuidV7()], fence: ['1'], startedAt: ['2026-11-23T09:00:00Z'], outcome: ['spoken'], ...fields }
    for (const [name, values] of Object.entries(all)) for (const value of values) form.append(name, value)
    return readOutcomeForm(form)
  }

  test('is those who were ticked and what was typed; one of both is enough', () => {
    const urgent = { wellbeing: ['urgent'] }
    expect(read({ ...urgent, 'urgentCalled[]': ['Coördinator'], urgentRang: ['komt langs'] })).toMatchObject({
      value: { urgentRang: 'Coördinator; komt langs' },
    })
    expect(read({ ...urgent, 'urgentCalled[]': names })).toMatchObject({
      value: { urgentRang: 'Coördinator; Wijkbeheerder' },
    })
    expect(read({ ...urgent, urgentRang: ['Jan'] })).toMatchObject({ value: { urgentRang: 'Jan' } })
    expect(read({ ...urgent, 'urgentCalled[]': [''] })).toMatchObject({ errors: { urgentRang: 'urgent-required' } })
    expect(correctionSchema.safeParse({ wellbeing: 'urgent', urgentCalled: names }).data).toMatchObject({
      urgentRang: 'Coördinator; Wijkbeheerder',
    })
  })

  test('holds no citizen service number, whatever is sent', () => {
    const sent = { wellbeing: ['urgent'], noteConfirmed: ['on'] }
    expect(read({ ...sent, urgentRang: ['Jan, 111222333'] })).toMatchObject({ errors: { urgentRang: 'bsn' } })
    expect(read({ ...sent, 'urgentCalled[]': ['111222333'] })).toMatchObject({ errors: { 'urgentCalled.0': 'bsn' } })
  })

  test('by a name that sounds like care asks nothing of the caller', () => {
    expect(read({ wellbeing: ['urgent'], 'urgentCalled[]': ['Crisisdienst dementie'] })).toMatchObject({ ok: true })
  })
})

describe('in a call', () => {
  let campaign: Campaign
  let caller: Actor

  beforeAll(async () => {
    await useDatabase()
    campaign = await aCampaign()
    caller = campaign.callers[0]!
  })

  const load = async (loader: unknown, actor: Actor, params: Record<string, string>) => {
    const request = await signedIn(actor, '/')
    return answerOf(async () => (loader as (args: object) => unknown)({ request, params, context: {} }))
  }
  const htmlOf = async (targetId: string) =>
    asHtml(<CallForm {...((await load(callLoader, caller, { targetId })) as CallFormProps)} />)

  test('without numbers it says plainly what to do; with them each can be rung and ticked, in order', async () => {
    const { targetId } = await claimed(caller)
    const without = await htmlOf(targetId)
    expect(without).toMatch(/href="tel:112"[^>]*>Levensgevaar\? Bel 112</)
    expect(without).toContain('Bel daarna uw coördinator.')
    for (const number of numbers) await addUrgentNumber(campaign.coordinator, uuidV7(), number)
    const html = await htmlOf(targetId)
    expect(html).not.toContain('Bel daarna uw coördinator')
    expect([...html.matchAll(/name="urgentCalled\[\]"[^>]*value="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Coördinator',
      'Alarmnummer',
    ])
    expect(html).toContain('op werkdagen · Vraag naar Cora.')
    expect(html).toMatch(/href="tel:\+31162412233"[^>]*>0162 412 233/)
  })

  test('what was ticked is ticked when it is corrected', async () => {
    const claim = await claimed(caller)
    const urgentRang = 'Coördinator; Cora gaat erheen'
    const saved = (await finish(caller, claim, 'spoken', { wellbeing: 'urgent', urgentRang })) as OutcomeRecorded
    expect(await load(correctionLoader, caller, { conversationId: saved.conversationId! })).toMatchObject({
      stored: { 'urgentCalled[]': ['Coördinator'], urgentRang: ['Cora gaat erheen'] },
      urgentNumbers: [{ name: 'Coördinator' }, { name: 'Alarmnummer' }],
    })
  })

  test('the same numbers stand where a conversation is added', async () => {
    const tenantId = campaign.tenantIds[0]!
    expect(await load(addedLoader, campaign.coordinator, { tenantId })).toMatchObject({
      urgentNumbers: [{ name: 'Coördinator', phone: { text: '0162 412 233' } }, { name: 'Alarmnummer' }],
    })
  })
})
