import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { loader as callLoader } from '#app/calls/pages/call.tsx'
import { action as draftAction } from '#app/calls/pages/call-draft.tsx'
import { loader as callsLoader, action as nextAction } from '#app/calls/pages/calls.tsx'
import { CallForm, type CallFormProps } from '#app/calls/views/call-form.tsx'
import { inScope } from '#app/core/scope.server.ts'
import { loader as todayLoader } from '#app/today/pages/today.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { aCampaign, aTarget } from '#tests/calls/a-call.ts'
import { asHtml } from '#tests/calls/as-html.tsx'
import { useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

/** Values that stand nowhere else, in each way they could be written. */
const canaries = [
  '987654',
  '9876.54',
  '9.876,54',
  '9876,54',
  '2017-07-13',
  '13-07-2017',
  '2016-03-09',
  '09-03-2016',
  '2015-11-23',
  '23-11-2015',
]
const names = ['arrears', 'nuisance', 'achterstand', 'overlast', 'circumstance']

describe('what reaches the browser of a caller', () => {
  let caller: Actor
  let targetId: string
  const bytes: Record<string, string> = {}

  beforeAll(async () => {
    await useDatabase()
    const corporation = await aCorporation()
    const coordinator = await anActor(corporation)
    caller = await anActor(corporation, { role: 'caller' })
    const tenant = await aTenant(coordinator)
    await inScope(coordinator, (tx) =>
      tx.tenantCircumstance.create({
        data: {
          corporationId: coordinator.corporationId,
          tenantId: tenant.id,
          arrearsCents: 987_654,
          lastArrearsOn: new Date('2017-07-13'),
          nuisanceReportedOn: new Date('2016-03-09'),
          nuisanceCausedOn: new Date('2015-11-23'),
        },
      }),
    )
    const campaign = await aCampaign(coordinator, [caller])
    targetId = await aTarget(coordinator, campaign, tenant, { assignedTo: caller.accountId })
    const ask = async (handler: unknown, request: Request) =>
      answerOf(() =>
        (handler as (args: LoaderFunctionArgs) => Promise<unknown>)({
          request,
          params: { targetId },
          context: {} as never,
        }),
      )
    bytes.today = JSON.stringify(await ask(todayLoader, await signedIn(caller, '/')))
    bytes.list = JSON.stringify(await ask(callsLoader, await signedIn(caller, '/calls')))
    await ask(nextAction, await posted(caller, '/calls', {}))
    const details = await ask(callLoader, await signedIn(caller, `/calls/${targetId}`))
    bytes.call = JSON.stringify(details)
    bytes.html = await asHtml(<CallForm {...(details as CallFormProps)} />)
    const draft = await ask(draftAction, await posted(caller, `/calls/${targetId}/draft`, { fence: '1', notes: 'x' }))
    bytes.draft = await (draft as Response).text()
    bytes.todayInHand = JSON.stringify(await ask(todayLoader, await signedIn(caller, '/')))
  })

  test('the pages are there, with the tenant on them', () => {
    expect(bytes.call).toContain('Kuipers')
    expect(bytes.html).toContain('Kuipers')
    expect(bytes.html).toContain('tel:+31162412233')
    expect(Object.keys(bytes)).toHaveLength(6)
  })

  test.each(canaries)('%s of the arrears and nuisance of this tenant is in no byte', (canary) => {
    for (const [page, text] of Object.entries(bytes)) expect(text.includes(canary), page).toBe(false)
  })

  test.each(names)('not even the word %s stands in what is sent', (name) => {
    for (const [page, text] of Object.entries(bytes)) expect(text.toLowerCase().includes(name), page).toBe(false)
  })

  test('the page stands on its own before any script: every id once, every control with a name', () => {
    const html = (bytes.html ?? '').replace(/<noscript>.*?<\/noscript>/gs, '')
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const controls = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag)
    const isNamed = (tag: string) =>
      /type="hidden"|aria-label/.test(tag) ||
      html.includes(`for="${/ id="([^"]+)"/.exec(tag)?.[1]}"`) ||
      isInLabel(html, tag)
    expect(controls.filter((tag) => !isNamed(tag))).toEqual([])
    expect(html).toContain('name="outcome" value="no-answer"')
  })
})

const isInLabel = (html: string, tag: string) =>
  html.lastIndexOf('<label', html.indexOf(tag)) > html.lastIndexOf('</label>', html.indexOf(tag))
