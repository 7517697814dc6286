import type { Picture } from './picture.ts'
import { button, heading } from './steps.ts'

const protocols: Picture[] = [
  {
    name: 'protocols',
    who: 'coordinator',
    path: '/protocols',
    height: 760,
    show: (page) => page.getByRole('table').waitFor(),
  },
  {
    name: 'protocol-question',
    who: 'coordinator',
    path: '/protocols/water-leak',
    height: 800,
    show: async (page) => {
      await page.getByRole('link', { name: /^Draai de hoofdkraan dicht/ }).click()
      await page.getByLabel('De vraag, zoals die gesteld wordt').waitFor()
    },
  },
  {
    name: 'protocol-texts',
    who: 'contact-person',
    path: '/protocols/no-heating/texts',
    height: 760,
    show: async (page) => {
      await page.getByLabel('Ik heb dit gelezen en sta hierachter').first().check()
    },
  },
  {
    name: 'protocol-publication',
    who: 'coordinator',
    path: '/protocols/water-leak',
    height: 1090,
    show: async (page) => {
      await page
        .getByRole('link', { name: /^Regel 9/ })
        .first()
        .click()
      await page.getByLabel('Iemand is er binnen').fill('12')
      await button(page, 'Opslaan').click()
      await page.getByText('Opgeslagen in de versie in bewerking.').waitFor()
      await page.getByRole('link', { name: 'Publiceren', exact: true }).click()
      await button(page, 'Voorstellen om te publiceren').waitFor()
    },
  },
]

const administration: Picture[] = [
  {
    name: 'line-hours',
    who: 'coordinator',
    path: '/settings/lines',
    height: 720,
    show: async (page) => {
      await page.getByRole('link', { name: 'Spoedreparatie' }).first().click()
      await heading(page, 'Wat geldt er op …?').waitFor()
      await page.getByLabel('Datum', { exact: true }).fill(`${new Date().getFullYear()}-12-25`)
      await page.getByLabel('Tijd', { exact: true }).fill('14:00')
      await button(page, 'Kijk').click()
      await page.getByText(/^Feestdag: /).waitFor()
    },
  },
  {
    name: 'values',
    who: 'coordinator',
    path: '/settings/values',
    height: 720,
    show: (page) => heading(page, 'Nummers en bedragen').waitFor(),
  },
]

export const protocolPictures: Picture[] = [...protocols, ...administration]
