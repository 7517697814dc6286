import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { campaignSteps } from '#app/campaigns/campaign-steps.ts'
import { targetSteps } from '#app/campaigns/target-steps.ts'
import { en as campaignsEn } from '#app/campaigns/words.en.ts'
import { nl as campaignsNl } from '#app/campaigns/words.nl.ts'
import { contactSteps } from '#app/contacts/contact-steps.server.ts'
import { followUpSteps } from '#app/follow-ups/follow-up-steps.ts'
import { en as followUpsEn } from '#app/follow-ups/words.en.ts'
import { nl as followUpsNl } from '#app/follow-ups/words.nl.ts'
import { gestureSteps } from '#app/gestures/gesture-steps.ts'
import { en as gesturesEn } from '#app/gestures/words.en.ts'
import { nl as gesturesNl } from '#app/gestures/words.nl.ts'
import type { PersonStep } from '#app/lists/steps.ts'
import { agencySteps } from '#app/referrals/agency-steps.ts'
import { referralSteps } from '#app/referrals/referral-steps.ts'
import { en as referralsEn } from '#app/referrals/words.en.ts'
import { nl as referralsNl } from '#app/referrals/words.nl.ts'
import routes from '#app/routes.ts'
import { importPersonSteps } from '#app/tenant-lists/import-steps.ts'
import { correctionSteps } from '#app/tenants/correction-steps.ts'

/** A step is one entry in the table of its noun; what hangs on it must be there. */
type Steps = Record<string, PersonStep<string, never, string>>
type Entry = { path?: string | undefined; file: string; children?: Entry[] | undefined }

const root = join(import.meta.dirname, '..')
const addresses = addressesOf(routes as Entry[])

function addressesOf(entries: Entry[], above = ''): string[] {
  return entries.flatMap(({ path, children = [] }) => {
    const own = path ? `${above}/${path}` : above
    return [own, ...addressesOf(children, own)]
  })
}

const tables: [address: string, steps: Steps][] = [
  ['/imports/:importId', importPersonSteps],
  ['/follow-ups', followUpSteps],
  ['/referrals', referralSteps],
  ['/agencies/:agencyId', agencySteps],
  ['/corrections/:correctionId', correctionSteps],
  ['/gestures', gestureSteps],
  ['/campaigns/:campaignId', campaignSteps],
  ['/campaigns/:campaignId/addresses', targetSteps],
]

describe.each(tables)('the steps at %s', (address, steps) => {
  test.each(Object.entries(steps))('%s has its address', (_, { path }) => {
    expect(addresses).toContain(`${address}/${path}`)
  })
})

test.each(Object.keys(contactSteps))('%s, done with a contact in hand, has its address', (name) => {
  expect(addresses).toContain(`/contacts/:contactId/${name}`)
})

const lists: [string, Steps, ...{ done: Record<string, (count: number) => string>; refusals: object }[]][] = [
  ['follow-ups', followUpSteps, followUpsNl, followUpsEn],
  ['referrals', referralSteps, referralsNl, referralsEn],
  ['gestures', gestureSteps, gesturesNl, gesturesEn],
  ['addresses', targetSteps, campaignsNl.addresses.moving, campaignsEn.addresses.moving],
]

describe.each(lists)('the list of %s', (_, steps, ...words) => {
  test('says what was done, of one and of many, in both languages', () => {
    for (const name of Object.keys(steps))
      for (const { done } of words) {
        expect(done[name]?.(1)).toMatch(/\S/)
        expect(done[name]?.(12)).toContain('12')
      }
  })

  test('says why nothing was done', () => {
    for (const { refusals } of words) {
      const refused = Object.keys(refusals)
      for (const reason of ['already-changed', 'choose-one', 'other']) expect(refused).toContain(reason)
    }
  })
})

test('a file is given at an address of its own: one that shows a page shows it in its place', () => {
  const files = readdirSync(join(root, 'app'), { recursive: true })
    .map((name) => join(root, 'app', `${name}`))
    .filter((file) => /\/pages\/[^/]+\.tsx$/.test(file))
    .filter((file) => /\bdownload\(|Content-Disposition/.test(readFileSync(file, 'utf8')))
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => /^export default/m.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('every form of the pages is posted to an address that is there', () => {
  const posted = readdirSync(join(root, 'app'), { recursive: true })
    .map((name) => `app/${name}`)
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:formAction|action)=(?:\{`([^`]+)`|"([^"]+)")/g)].map(
        ([, template, text]) => ({ file, path: (template ?? text ?? '').replaceAll(/\$\{[^}]*\}/g, '*') }),
      ),
    )
    .filter(({ path }) => path.startsWith('/'))
  const isThere = (path: string) => addresses.some((address) => isSame(path.split('/'), address.split('/')))
  expect(posted.length).toBeGreaterThan(15)
  expect(posted.filter(({ path }) => !isThere(path))).toEqual([])
})

/** `*` is whatever the page puts there; `:id` takes anything. */
const isSame = (path: string[], address: string[]) =>
  path.length === address.length &&
  path.every((part, n) => part === '*' || address[n]?.startsWith(':') || part === address[n])
