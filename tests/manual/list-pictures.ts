import type { Page } from '@playwright/test'
import type { Picture } from './picture.ts'
import { button, heading } from './steps.ts'

const lists: Picture[] = [
  {
    name: 'list-file',
    who: 'coordinator',
    path: '/imports/new',
    height: 760,
    show: (page) => button(page, 'Bestand sturen').waitFor(),
  },
  {
    name: 'list-refused',
    who: 'coordinator',
    path: '/imports/new',
    height: 560,
    show: async (page) => {
      await send(page, 'jaarverslag.csv', '%PDF-1.7 geen lijst')
      await page.getByText('Dit bestand is niet ingelezen').waitFor()
    },
  },
  {
    name: 'list-columns',
    who: 'coordinator',
    path: '/imports/new',
    height: 860,
    show: async (page, { tenantList }) => {
      await send(page, 'huurders.csv', changedList(tenantList))
      await button(page, 'Controleer de lijst').waitFor()
    },
  },
  {
    name: 'list-check',
    who: 'coordinator',
    height: 1000,
    show: async (page) => {
      await button(page, 'Controleer de lijst').click()
      await button(page, 'Lijst toepassen').waitFor()
    },
  },
  {
    name: 'list-applied',
    who: 'coordinator',
    height: 860,
    show: async (page) => {
      await button(page, 'Antwoord bewaren').click()
      await button(page, 'Antwoord bewaren').waitFor({ state: 'detached' })
      for (const tick of await page.locator('[name=confirmed]').all()) await tick.check()
      await button(page, 'Lijst toepassen').click()
      await heading(page, 'De lijst is toegepast').waitFor()
    },
  },
]

const administration: Picture[] = [
  {
    name: 'invitation',
    who: 'administrator',
    path: '/accounts',
    height: 860,
    show: async (page) => {
      await page.getByLabel('Naam', { exact: true }).fill('Sofie Vermeer')
      await page.getByLabel('E-mailadres', { exact: true }).fill('sofie.vermeer@de-linde.example')
      await page.evaluate(() => scrollTo(0, 0))
      await button(page, 'Uitnodiging maken').waitFor()
    },
  },
  {
    name: 'colleague',
    who: 'administrator',
    height: 1000,
    show: async (page) => {
      await page.getByRole('link', { name: 'Bart Mulder' }).first().click()
      await button(page, 'Toegang stoppen')
        .or(page.getByRole('link', { name: 'Toegang stoppen' }))
        .first()
        .waitFor()
    },
  },
  {
    name: 'departure',
    who: 'administrator',
    height: 1060,
    show: async (page) => {
      await page.getByRole('link', { name: 'Toegang stoppen' }).first().click()
      await page.waitForURL(/departure/)
      await heading(page, 'Wie neemt het over?').or(page.getByText('Wie neemt het over?')).first().waitFor()
    },
  },
  {
    name: 'settings',
    who: 'administrator',
    path: '/settings',
    height: 1000,
    show: (page) => heading(page, 'Instellingen').waitFor(),
  },
  {
    name: 'emergency-numbers',
    who: 'administrator',
    path: '/settings',
    height: 700,
    show: async (page) => {
      await page.getByRole('link', { name: 'Bellen bij spoed' }).click()
      await heading(page, 'Bellen bij spoed').waitFor()
    },
  },
  {
    name: 'audit',
    who: 'administrator',
    path: '/audit',
    height: 760,
    show: (page) => heading(page, 'Logboek').waitFor(),
  },
]

export const listPictures: Picture[] = [...lists, ...administration]

async function send(page: Page, name: string, text: string) {
  await page
    .getByLabel('Kies het bestand met de huurders')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await button(page, 'Bestand sturen').click()
}

/** The list of the demo as it could look a month later: some left, one seems to have died, one row cannot be read. */
function changedList(text: string) {
  const [header = '', ...rows] = text.split('\r\n').filter(Boolean)
  const kept = rows.slice(12)
  const unreadable = kept[40]?.replace(/^H\d+/, '') ?? ''
  const deceased = kept[60]?.replace(/;([^;]+);(\d\d-\d\d-\d{4});/, ';$1 (overleden);$2;') ?? ''
  const arrived = 'H900001;Mevr.;S.;de;Vlieger;14-03-1951;Kerkstraat;12;4901 AB;Oosterhout'
  return [header, ...kept.with(40, unreadable).with(60, deceased), arrived, ''].join('\r\n')
}
