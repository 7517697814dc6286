import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import routes from '#app/routes.ts'
import { pagesOf, type SeededCorporation, seedCorporation } from './pages.ts'
import { signIn } from './people.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const wide = { width: 1280, height: 800 }
const narrow = { width: 320, height: 700 }

let seeded: SeededCorporation
test.beforeAll(async () => {
  seeded = await seedCorporation()
})

for (const who of [
  'nobody',
  'administrator',
  'coordinator',
  'caller',
  'reader',
  'contact-person',
  'operator',
  'supervisor',
] as const) {
  test(`every page ${who} can open is sound: wide and light, narrow and dark`, async ({ page }) => {
    const complaints = listenForComplaints(page)
    if (who !== 'nobody') await signIn(page, seeded[who])
    for (const { path, prepare } of pagesOf(seeded)[who]) {
      await page.setViewportSize(wide)
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      const answer = await page.goto(path)
      expect([path, answer?.status()]).toEqual([path, 200])
      await prepare?.(page)
      await look(page, path, 'wide and light')
      await page.evaluate(countMotion)
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      await page.setViewportSize(narrow)
      await look(page, path, 'narrow and dark')
      expect.soft([path, await sidewaysScroll(page)]).toEqual([path, 0])
      expect.soft([path, await page.evaluate(() => window.motion)]).toEqual([path, 0])
    }
    expect.soft(complaints).toEqual([])
  })
}

test('no page of the table of addresses is left out', () => {
  const shown = new Set(
    Object.values(pagesOf(seeded)).flatMap((pages) => pages.map(({ path }) => path.split('?')[0] ?? '')),
  )
  const missing = addressesOfPages().filter((pattern) => ![...shown].some((path) => matches(pattern, path)))
  expect(missing).toEqual([])
})

declare global {
  interface Window {
    motion: number
  }
}

/** Whoever asked for less motion gets none, not even of colours. */
function countMotion() {
  window.motion = 0
  document.addEventListener('transitionrun', () => window.motion++)
}

type Violations = { id: string; nodes: { target: unknown[] }[] }[]
declare const axe: { run(options: object): Promise<{ violations: Violations }> }

async function look(page: Page, path: string, how: string) {
  await page.evaluate(settled)
  const violations = await axeRun(page, { runOnly: tags, resultTypes: ['violations'] })
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
  expect.soft([path, how, found]).toEqual([path, how, []])
}

/** Colours that are on their way from light to dark are neither; one that arrives may set off the next. */
async function settled() {
  const moving = () =>
    document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
  do {
    await Promise.allSettled(moving().map(({ finished }) => finished))
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  } while (moving().length > 0)
}

/** The first look brings axe into the page; it stays there for the others. */
async function axeRun(page: Page, options: { runOnly: string[]; resultTypes: ['violations'] }): Promise<Violations> {
  if (await page.evaluate(() => 'axe' in window))
    return page.evaluate(async (wanted) => {
      const { violations } = await axe.run(wanted)
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) }))
    }, options)
  return (await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze()).violations
}

const sidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** What the browser complains about: errors, and whatever the Content-Security-Policy stopped. */
function listenForComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`)
  })
  return complaints
}

type Route = { path?: string; file: string; children?: Route[] }

/** Addresses of all routes that show a page, `:id` and all. */
function addressesOfPages(list = routes as Route[], under = ''): string[] {
  return list.flatMap(({ path = '', file, children = [] }) => {
    const here = [under, path].filter(Boolean).join('/')
    if (children.length > 0) return addressesOfPages(children, here)
    return /export default/.test(readFileSync(`app/${file}`, 'utf8')) ? [`/${here}`] : []
  })
}

const matches = (pattern: string, path: string) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path)
