import type { Page } from '@playwright/test'
import type { Picture } from './picture.ts'
import { button, heading, innermost, saveAndStop } from './steps.ts'

export const callerPictures: Picture[] = [
  {
    name: 'sign-in',
    who: 'nobody',
    path: '/sign-in',
    height: 620,
    show: (page) => button(page, 'Inloggen').waitFor(),
  },
  {
    name: 'today',
    who: 'caller',
    path: '/',
    height: 640,
    show: (page) => button(page, 'Volgende bellen').waitFor(),
  },
  { name: 'call', who: 'caller', path: '/', height: 900, show: takeNext },
  {
    name: 'keys',
    who: 'caller',
    show: async (page) => {
      await page.keyboard.press('?')
      await heading(page, 'Toetsen op dit scherm').waitFor()
    },
    parts: (page) => [page.getByRole('dialog')],
  },
  {
    name: 'call-no-answer',
    who: 'caller',
    height: 900,
    show: async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('2')
      await button(page, 'Terug').waitFor()
    },
    parts: (page) => [
      page
        .locator('form div')
        .filter({ has: page.locator('[data-now]') })
        .first(),
    ],
  },
  {
    name: 'call-spoken',
    who: 'caller',
    height: 1000,
    show: async (page) => {
      await button(page, 'Terug').click()
      await page.locator('#outcome-spoken').check()
      await page.locator('[name=notes]').fill('Komt de trap bijna niet meer op. Belt graag met de kleinkinderen.')
      await page.locator('[name=wellbeing][value=watch]').check()
      await page.getByLabel('Woning aanpassen').check()
      await button(page, 'Terugbellen').click()
      await page.locator('[name="followUp-0-promise"]').fill('Terugbellen over de traplift')
      await button(page, 'Morgen').click()
      await page.getByText('concept bewaard').waitFor()
      await page.evaluate(() => scrollTo(0, 0))
    },
  },
  {
    name: 'call-note',
    who: 'caller',
    height: 1000,
    show: async (page) => {
      await page.locator('[name=notes]').fill('Mevrouw heeft diabetes en kan de trap niet meer op.')
      await page.locator('[name=notes]').blur()
      await page.getByText('Kijk even naar uw notitie').waitFor()
    },
    parts: (page) => [innermost(page, ['[name=notes]', '[name=noteConfirmed]'])],
  },
  {
    name: 'call-urgent',
    who: 'caller',
    height: 1900,
    show: async (page) => {
      await page.locator('[name=notes]').fill('Zit zonder verwarming en klonk erg verward.')
      await page.locator('[name=wellbeing][value=urgent]').check()
      await page.locator('[name="urgentCalled[]"]').last().check()
      await page.locator('[name=urgentRang]').fill('Mevrouw Smit gaat vanmiddag langs.')
      await page.locator('[name=urgentRang]').blur()
    },
    parts: (page) => [
      page.getByRole('group', { name: 'Hoe gaat het met de huurder?' }),
      page.locator('[name=urgentRang]'),
    ],
  },
  {
    name: 'call-appointment',
    who: 'caller',
    height: 1000,
    show: async (page) => {
      await saveAndStop(page)
      await takeNext(page)
      await page.locator('#outcome-call-back-later').check()
      await button(page, 'Morgenochtend').click()
      await page.getByText(/^Morgen om 09:30 belt u/).waitFor()
    },
    parts: (page) => [page.locator('[data-question=appointment]')],
  },
  {
    name: 'calls',
    who: 'caller',
    height: 900,
    show: async (page, { show }) => {
      await saveAndStop(page)
      await show('/calls')
      await heading(page, 'Mijn laatste gesprekken').waitFor()
      await page.getByText(/^Later terugbellen/).waitFor()
    },
  },
  {
    name: 'correct',
    who: 'caller',
    height: 900,
    show: async (page) => {
      // The one before the last, which was spoken.
      await page
        .getByRole('link', { name: /Verbeteren/ })
        .nth(1)
        .click()
      await heading(page, 'Gesprek verbeteren').waitFor()
      await page.locator('[name=notes]').waitFor()
    },
  },
  {
    name: 'ring-back',
    who: 'caller',
    height: 760,
    path: '/ring-backs',
    show: async (page) => {
      await page.getByRole('main').getByLabel('Naam, telefoon, straat of postcode').fill('molenweg 3')
      await page.getByRole('main').getByRole('button', { name: 'Zoeken' }).click()
      await button(page, 'Gesprek toevoegen')
        .or(page.getByRole('link', { name: 'Gesprek toevoegen' }))
        .first()
        .waitFor()
    },
  },
  {
    name: 'promises',
    who: 'caller',
    path: '/follow-ups',
    height: 780,
    show: (page) => button(page, 'Klaar').first().waitFor(),
  },
  {
    name: 'phone-today',
    who: 'caller',
    isOnPhone: true,
    path: '/',
    show: (page) => button(page, 'Volgende bellen').waitFor(),
  },
  { name: 'phone-call', who: 'caller', isOnPhone: true, path: '/', show: takeNext },
  {
    name: 'phone-spoken',
    who: 'caller',
    isOnPhone: true,
    show: async (page) => {
      await page.getByRole('group', { name: 'Hoe liep het?' }).last().getByRole('button', { name: 'Gesproken' }).click()
      await button(page, 'Opslaan en volgende').waitFor()
      await page.locator('[name=notes]').scrollIntoViewIfNeeded()
    },
  },
]

async function takeNext(page: Page) {
  await button(page, 'Volgende bellen').click()
  await page.waitForURL(/\/calls\/[0-9a-f-]{36}$/)
  await page.locator('#outcome').waitFor()
  await page.waitForLoadState('networkidle').catch(() => {})
}
