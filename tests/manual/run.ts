import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from '@playwright/test'
import { isAlive } from '#tests/e2e/alive.ts'
import { findChromium } from '#tests/support/tools-at-hand.ts'
import { password, runDemo } from './demo.ts'
import type { Picture, Who } from './picture.ts'
import { chapters, pictures } from './pictures.ts'
import { smallPng } from './small-png.ts'

/**
 * `npm run manual`: walks the demo, on a data folder of its own, and takes the pictures of docs/handleiding. Ends with 1
 * when a screen, a button or a field that a picture shows is gone; the pictures that could be taken are kept.
 * `npm run manual -- night protocols` takes those of some chapters alone.
 */
const folder = 'docs/handleiding/images'
const wide = { width: 1280, height: 800 }
const narrow = { width: 390, height: 780 }

const margin = 16

const addresses: Record<Exclude<Who, 'nobody' | 'caller'>, string> = {
  coordinator: 'coordinator@de-linde.example',
  administrator: 'beheer@de-linde.example',
  'contact-person': 'contact@de-linde.example',
  operator: 'operator01@meldkamer.example',
  supervisor: 'dienst@meldkamer.example',
}

const asked = process.argv.slice(2)
const chosen = asked.length > 0 ? asked.flatMap(chapterOf) : pictures

const { path: executablePath, why } = await findChromium()
if (!executablePath) throw new Error(why)
const demo = await runDemo()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const failed = await takeAll(browser).finally(async () => {
  await browser.close()
  await demo.stop()
})
for (const name of readdirSync(folder))
  if (!pictures.some((picture) => fileOf(picture) === name)) rmSync(join(folder, name))
const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
console.log(`${chosen.length - failed.length} pictures taken; ${folder} holds ${Math.round(bytes / 1000)} kB`)
for (const line of failed) console.error(line)
process.exit(failed.length > 0 ? 1 : 0)

function chapterOf(name: string): Picture[] {
  const found = Object.entries(chapters).find(([chapter]) => chapter === name)
  if (!found) throw new Error(`No chapter ${name}; there are ${Object.keys(chapters).join(', ')}.`)
  return found[1]
}

function fileOf({ name }: Picture) {
  return `${name}.png`
}

/** One after the other, since what one person does is there for the next; what could not be shown is told at the end. */
async function takeAll(browser: Browser): Promise<string[]> {
  const pages = new Map<string, Page>()
  const failed: string[] = []
  for (const picture of chosen) {
    const key = `${picture.who} ${picture.isOnPhone ?? false}`
    try {
      const page = pages.get(key) ?? (await signedIn(browser, picture))
      pages.set(key, page)
      await take(page, picture)
    } catch (error) {
      failed.push(`${picture.name}: ${error}\n  on ${await seenOn(pages.get(key))}`)
    }
  }
  return failed
}

async function seenOn(page?: Page) {
  return page ? `${page.url()}: ${(await page.locator('h1').allTextContents()).join(', ')}` : 'no page'
}

async function take(page: Page, picture: Picture) {
  await page.setViewportSize({
    ...(picture.isOnPhone ? narrow : wide),
    ...(picture.height && { height: picture.height }),
  })
  if (picture.path) await show(page, picture.path)
  await picture.show(page, { show: (path) => show(page, path), tenantList: demo.tenantList, helpline: demo.helpline })
  // A page that is on its way is not there yet, whatever is already on the screen.
  await page.getByRole('progressbar', { name: 'Laden' }).waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(0, 0)
  const clip = picture.parts && (await around(picture.parts(page)))
  await page.evaluate(inDutch)
  const taken = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
  await page.evaluate(asItWas)
  writeFileSync(join(folder, fileOf(picture)), smallPng(taken))
}

/** What holds all parts, with a little air around it. */
async function around(parts: Locator[]) {
  await parts[0]?.scrollIntoViewIfNeeded()
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()))
  const seen = boxes.filter((box) => box !== null)
  if (seen.length < parts.length) throw new Error('A part to show is not on the screen.')
  const x = Math.max(0, Math.min(...seen.map((box) => box.x)) - margin)
  const y = Math.max(0, Math.min(...seen.map((box) => box.y)) - margin)
  const right = Math.max(...seen.map((box) => box.x + box.width)) + margin
  const bottom = Math.max(...seen.map((box) => box.y + box.height)) + margin
  return { x, y, width: right - x, height: bottom - y }
}

/** Chromium writes days and times in its own language, and often has English alone: here as a Dutch one does it. */
function inDutch() {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type=date], input[type=time]')) {
    Object.assign(field.dataset, { type: field.type, value: field.value })
    field.style.width = `${field.offsetWidth}px`
    const empty = field.type === 'date' ? 'dd-mm-jjjj' : '--:--'
    const text = field.type === 'date' ? field.value.split('-').reverse().join('-') : field.value
    field.type = 'text'
    field.value = text || empty
  }
}

function asItWas() {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-type]')) {
    field.type = field.dataset.type ?? ''
    field.value = field.dataset.value ?? ''
    field.style.width = ''
    delete field.dataset.type
    delete field.dataset.value
  }
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
  await page.getByLabel('E-mailadres').fill(addressOf(who, isOnPhone))
  await page.getByLabel('Wachtwoord').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await isAlive(page)
  return page
}

/** The caller on the phone is a colleague of the one at the desk: each has a call of their own in hand. */
function addressOf(who: Exclude<Who, 'nobody'>, isOnPhone: boolean) {
  if (who === 'caller') return isOnPhone ? 'beller03@de-linde.example' : 'beller01@de-linde.example'
  return addresses[who]
}
