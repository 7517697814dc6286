import type { Picture } from './picture.ts'
import { button, heading } from './steps.ts'

const round = 'Nieuwe huurders'

const whileItIsMade: Picture[] = [
  {
    name: 'round-purpose',
    who: 'coordinator',
    path: '/campaigns/new',
    height: 1000,
    show: async (page) => {
      await page.getByLabel('Naam', { exact: true }).fill(round)
      await page.getByLabel('Wat wilt u bereiken?').fill('Horen hoe de eerste weken bevallen, en helpen waar dat kan.')
      await page.getByLabel('De huurovereenkomst').check()
      await page
        .getByLabel('Reden die de beller ziet')
        .fill('U huurt sinds kort van ons. We horen graag hoe het bevalt.')
      await page.evaluate(() => scrollTo(0, 0))
    },
  },
  {
    name: 'round-whom',
    who: 'coordinator',
    height: 860,
    show: async (page) => {
      await button(page, 'Bewaren en verder').click()
      await page.waitForURL(/draft\/whom/)
      await page.getByRole('link', { name: 'Nieuwe huurders' }).or(button(page, 'Nieuwe huurders')).first().click()
      // Only the count of the group itself says this; another one stands there before it.
      await page.getByText('die in de laatste 90 dagen zijn komen wonen', { exact: true }).waitFor()
    },
  },
  {
    name: 'round-script',
    who: 'coordinator',
    height: 860,
    show: async (page) => {
      await button(page, 'Opslaan en verder').click()
      await page.waitForURL(/draft\/script/)
      await button(page, 'Deel toevoegen').waitFor()
    },
  },
  {
    name: 'round-callers',
    who: 'coordinator',
    height: 900,
    show: async (page) => {
      await button(page, 'Opslaan en verder').click()
      await page.waitForURL(/draft\/team/)
      for (const name of ['Anouk de Boer', 'Bart Mulder', 'Carla Smit'])
        await page.getByRole('row', { name }).getByRole('checkbox').check()
      await page.evaluate(() => scrollTo(0, 0))
    },
  },
  {
    name: 'round-start',
    who: 'coordinator',
    height: 1000,
    show: async (page) => {
      await button(page, 'Opslaan en verder').click()
      await page.waitForURL(/draft\/start/)
      await button(page, 'Adressen verdelen').click()
      await button(page, 'Starten').waitFor()
    },
  },
]

const whileItRuns: Picture[] = [
  {
    name: 'round-progress',
    who: 'coordinator',
    path: '/campaigns',
    height: 1000,
    show: async (page) => {
      await page.getByRole('link', { name: 'Belactie 80+' }).first().click()
      await heading(page, 'Gesproken en te gaan per dag').waitFor()
    },
  },
  {
    name: 'round-team',
    who: 'coordinator',
    height: 560,
    show: async (page) => {
      await page.getByRole('link', { name: 'Bellers', exact: true }).click()
      await page.getByRole('table').waitFor()
    },
  },
  {
    name: 'round-leave',
    who: 'coordinator',
    height: 860,
    show: async (page) => {
      await page.getByRole('link', { name: 'Bart Mulder' }).first().click()
      await button(page, 'Bart Mulder eraf halen').waitFor()
    },
  },
  {
    name: 'round-addresses',
    who: 'coordinator',
    path: '/campaigns',
    height: 860,
    show: async (page) => {
      await page.getByRole('link', { name: 'Belactie 80+' }).first().click()
      await page.getByRole('link', { name: /^Adressen/ }).click()
      await page.waitForURL(/addresses/)
      await page
        .getByRole('link', { name: /^Afspraak/ })
        .first()
        .click()
      await page.waitForURL(/addresses\?.*appointment/)
      await page.getByRole('table').first().waitFor()
    },
  },
  {
    name: 'round-hand-over',
    who: 'coordinator',
    height: 760,
    show: async (page) => {
      for (const index of [0, 1]) await page.locator('tbody [type=checkbox]').nth(index).check()
      await button(page, 'Overdragen').waitFor()
    },
  },
]

export const coordinatorPictures: Picture[] = [
  {
    name: 'coordinator-today',
    who: 'coordinator',
    path: '/',
    height: 1000,
    show: (page) => heading(page, 'Nu hulp nodig').waitFor(),
  },
  {
    name: 'selection',
    who: 'coordinator',
    path: '/selection',
    height: 860,
    show: async (page) => {
      await page.getByRole('link', { name: 'Geen e-mailadres' }).click()
      await page.waitForURL(/criteria/)
      await page.waitForLoadState('networkidle')
      await page.getByText('Adressen om te bellen').first().waitFor()
    },
  },
  ...whileItIsMade,
  ...whileItRuns,
  {
    name: 'all-promises',
    who: 'coordinator',
    path: '/follow-ups?who=everyone',
    height: 900,
    show: async (page) => {
      await page.locator('tbody [type=checkbox]').first().check()
      await page.getByText('Met wat u aanvinkt:').waitFor()
    },
  },
  {
    name: 'gestures',
    who: 'coordinator',
    path: '/gestures',
    height: 700,
    show: async (page) => {
      await page.locator('tbody [type=checkbox]').first().check()
      await button(page, 'Akkoord').waitFor()
    },
  },
  {
    name: 'labels',
    who: 'coordinator',
    path: '/gestures/labels?kind=card',
    height: 860,
    show: (page) => button(page, 'Etiketten als PDF').waitFor(),
  },
  {
    name: 'tenant',
    who: 'coordinator',
    path: '/tenants?q=molenweg+3',
    height: 1000,
    show: async (page, { show }) => {
      await show('/')
      await page
        .getByRole('link', { name: /Dekker/ })
        .first()
        .click()
      await heading(page, 'Wat er is gebeurd').waitFor()
    },
  },
]
