import type { Page } from '@playwright/test'
import { isAlive } from '#tests/e2e/alive.ts'
import type { Picture } from './picture.ts'
import { button, heading } from './steps.ts'

// A key that is struck with what is asked was meant for what was asked before.
const readingMs = 400

const asks = (page: Page, text: string | RegExp) => page.getByRole('heading', { level: 2, name: text }).waitFor()

/** The first of those who wait comes into the hand. */
async function takeFirst(page: Page) {
  await page.getByRole('list', { name: 'Nu wachten' }).getByRole('listitem').first().waitFor()
  await page.locator('h1').click()
  await page.keyboard.press('1')
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}$/)
  await isAlive(page)
}

/** The number is right, and so is the first who is proposed. */
async function whoAndWhere(page: Page) {
  await asks(page, 'Waar is het, en op welk nummer?')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /klopt/ }).waitFor({ state: 'detached' })
  await page.keyboard.press('1')
  await page.locator('[name=caller]:checked').waitFor()
  await page.keyboard.press('Enter')
}

async function answer(page: Page, question: string | RegExp, key: string) {
  await asks(page, question)
  await page.waitForTimeout(readingMs)
  await page.keyboard.press(key)
}

async function readOut(page: Page) {
  const open = button(page, 'Voorgelezen')
  await page.waitForTimeout(readingMs)
  for (let left = await open.count(); left > 0; left--) {
    await page.keyboard.press('v')
    await open.nth(left - 1).waitFor({ state: 'detached' })
  }
}

/** A leak, from the moment that it rings until it is summed up. */
const ofALeak: Picture[] = [
  {
    name: 'night-queue',
    who: 'operator',
    path: '/queue',
    height: 640,
    show: async (page, { helpline }) => {
      await button(page, 'Vrij').click()
      await page.getByRole('button', { name: 'Vrij', exact: true, pressed: true }).waitFor()
      await helpline.ring({ secondsAgo: 34 })
      await helpline.ring({ secondsAgo: 21, line: 'Kletslijn' })
      await helpline.ring({ secondsAgo: 6, isHidden: true })
      await page.getByRole('list', { name: 'Nu wachten' }).getByRole('listitem').nth(2).waitFor()
    },
  },
  {
    name: 'night-danger',
    who: 'operator',
    height: 680,
    show: async (page) => {
      await takeFirst(page)
      await asks(page, 'Is er nu gevaar?')
    },
  },
  {
    name: 'night-where',
    who: 'operator',
    height: 900,
    show: async (page) => {
      await answer(page, 'Is er nu gevaar?', 'n')
      await asks(page, 'Waar is het, en op welk nummer?')
      await page.locator('[name=caller]').first().waitFor()
    },
  },
  {
    name: 'night-kind',
    who: 'operator',
    height: 900,
    show: async (page) => {
      await whoAndWhere(page)
      await asks(page, 'Waar gaat het over?')
      await page.keyboard.type('het lekt')
      await button(page, 'Lekkage').first().waitFor()
    },
    parts: (page) => [
      page
        .locator('section')
        .filter({ has: heading(page, 'Waar gaat het over?') })
        .last(),
    ],
  },
  {
    name: 'night-question',
    who: 'operator',
    height: 1000,
    show: async (page) => {
      await page.keyboard.press('Enter')
      await answer(page, /stopcontact, een lamp/, 'n')
      await answer(page, /Blijft al het water/, 'n')
      await asks(page, /Is het water nu gestopt/)
    },
    parts: (page) => [page.getByRole('region', { name: 'Lekkage' })],
  },
  {
    name: 'night-verdict',
    who: 'operator',
    height: 1200,
    show: async (page) => {
      await answer(page, /Is het water nu gestopt/, 'n')
      await answer(page, /emmer per uur/, 'n')
      await asks(page, /^Spoed/)
    },
    parts: (page) => {
      const verdict = page.getByRole('region', { name: 'Oordeel' })
      return [verdict, verdict.locator('xpath=following-sibling::div[1]')]
    },
  },
  {
    name: 'night-summary',
    who: 'operator',
    height: 1200,
    show: async (page) => {
      await readOut(page)
      await page.getByRole('heading', { name: 'Vat samen' }).waitFor()
    },
    parts: (page) => [page.getByRole('region', { name: 'Vat samen' })],
  },
]

let gasCall = ''

/** Gas: they hang up, and are rung outside. */
const ofGas: Picture[] = [
  {
    name: 'night-say-now',
    who: 'operator',
    height: 760,
    show: async (page, { show, helpline }) => {
      await page.waitForTimeout(readingMs)
      await page.keyboard.press('k')
      await page.getByText('Samenvatting klopt, zegt de beller').waitFor()
      await button(page, 'Opslaan en stoppen').click()
      await page.waitForURL(/\/queue/)
      // Without the word that it was saved.
      await show('/queue')
      gasCall = await helpline.ring({ secondsAgo: 95 })
      await takeFirst(page)
      await page.waitForURL(`**/contacts/${gasCall}`)
      await answer(page, 'Is er nu gevaar?', '1')
      await page.getByText('Gevaar: gaslucht. Zeg dit nu:').waitFor()
    },
    parts: (page) => [page.locator('.border-l-4').filter({ hasText: 'Zeg dit nu:' }).first()],
  },
  {
    name: 'night-outside',
    who: 'operator',
    height: 760,
    show: async (page, { helpline }) => {
      await whoAndWhere(page)
      await answer(page, /Bent u nu buiten/, 'n')
      await answer(page, /Ruikt u het gas binnen/, 'j')
      await answer(page, /Kunt u zelf naar buiten/, 'j')
      await answer(page, 'Gevaar', 'b')
      await page.waitForURL(/\/queue/)
      await isAlive(page)
      await helpline.windOn(gasCall)
      await page.locator('[data-ringing="0"]').waitFor()
      await page.locator('h1').click()
      await page.keyboard.press('Enter')
      await page.waitForURL(`**/contacts/${gasCall}`)
      await asks(page, 'Bel nu: staat u buiten?')
    },
    parts: (page) => [page.getByRole('region', { name: 'Bel nu: staat u buiten?' })],
  },
]

const besideIt: Picture[] = [
  {
    name: 'wallboard',
    who: 'supervisor',
    path: '/wallboard',
    height: 720,
    show: async (page, { helpline }) => {
      await helpline.ring({ secondsAgo: 48 })
      await page.getByRole('region', { name: 'Lijnen' }).getByRole('listitem').first().waitFor()
    },
    parts: (page) => [
      page
        .locator('main div')
        .filter({ has: page.locator('h1') })
        .first(),
    ],
  },
  {
    name: 'morning',
    who: 'contact-person',
    height: 820,
    show: async (page, { show, helpline }) => {
      await show(`/nights?from=${await helpline.nightThatIsOver()}`)
      await heading(page, 'Eerst dit').waitFor()
    },
  },
]

export const nightPictures: Picture[] = [...ofALeak, ...ofGas, ...besideIt]
