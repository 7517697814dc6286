import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from '@playwright/test'
import { isAlive } from '#tests/e2e/alive.ts'
import { findChromium } from '#tests/support/tools-at-hand.ts'
import { password, runDemo } from './demo.ts'
import type { Picture, Who } from './picture.ts'
import { pictures } from './pictures.ts'
import { smallPng } from './small-png.ts'

/**
 * `npm run manual`: walks the demo, on a data folder of its own, and takes the pictures of docs/handleiding. Ends with 1
 * when a screen, a button or a field that a picture shows is gone; the pictures that could be taken are kept.
 */
const folder = 'docs/handleiding/images'
const wide = { width: 1280, height: 800 }
const narrow = { width: 390, height: 780 }

// A date field is written as the browser's own language does it.
const dutch = { ...process.env, LANGUAGE: 'nl', LANG: 'nl_NL.UTF-8' }
const margin = 16

const { path: executablePath, why } = await findChromium()
if (!executablePath) throw new Error(why)
const demo = await runDemo()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], env: dutch })
const failed = await takeAll(browser).finally(async () => {
  await browser.close()
  await demo.stop()
})
for (const name of readdirSync(folder))
  if (!pictures.some((picture) => fileOf(picture) === name)) rmSync(join(folder, name))
const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
console.log(`${pictures.length - failed.length} pictures in ${folder}, ${Math.round(bytes / 1000)} kB`)
for (const line of failed) console.error(line)
process.exit(failed.length > 0 ? 1 : 0)

function fileOf({ name }: Picture) {
  return `${name}.png`
}

/** One after the other, since what one person does is there for the next; what could not be shown is told at the end. */
async function takeAll(browser: Browser): Promise<string[]> {
  const pages = new Map<string, Page>()
  const failed: string[] = []
  for (const picture of pictures) {
    try {
      const key = `${picture.who} ${picture.isOnPhone ?? false}`
      const page = pages.get(key) ?? (await signedIn(browser, picture))
      pages.set(key, page)
      await take(page, picture)
    } catch (error) {
      failed.push(`${picture.name}: ${error}`)
    }
  }
  return failed
}

async function take(page: Page, picture: Picture) {
  await page.setViewportSize({
    ...(picture.isOnPhone ? narrow : wide),
    ...(picture.height && { height: picture.height }),
  })
  if (picture.path) await show(page, picture.path)
  await picture.show(page, { show: (path) => show(page, path), tenantList: demo.tenantList })
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(0, 0)
  const clip = picture.part && (await around(picture.part(page)))
  const taken = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
  writeFileSync(join(folder, fileOf(picture)), smallPng(taken))
}

/** A part with a little air around it. */
async function around(part: Locator) {
  await part.scrollIntoViewIfNeeded()
  const box = await part.boundingBox()
  if (!box) throw new Error('The part to show is not on the screen.')
  const [x, y] = [Math.max(0, box.x - margin), Math.max(0, box.y - margin)]
  return { x, y, width: box.x + box.width + margin - x, height: box.y + box.height + margin - y }
}

async function show(page: Page, path: string) {
  const answer = await page.goto(path)
  if (!answer?.ok()) throw new Error(`${path} answers ${answer?.status()}`)
  await isAlive(page)
}

async function signedIn(browser: Browser, { who, isOnPhone = false }: Picture): Promise<Page> {
  const context = await browser.newContext({
    baseURL: demo.origin,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: isOnPhone ? narrow : wide,
    hasTouch: isOnPhone,
    isMobile: isOnPhone,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  if (who === 'nobody') return page
  await show(page, '/sign-in')
  await page.getByLabel('E-mailadres').fill(`${nameOf(who, isOnPhone)}@de-linde.example`)
  await page.getByLabel('Wachtwoord').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('/')
  return page
}

/** The caller on the phone is a colleague of the one at the desk: each has a call of their own in hand. */
function nameOf(who: Exclude<Who, 'nobody'>, isOnPhone: boolean) {
  if (who === 'caller') return isOnPhone ? 'beller03' : 'beller01'
  return who === 'coordinator' ? 'coordinator' : 'beheer'
}
