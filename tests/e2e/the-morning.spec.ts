import { expect, test } from '@playwright/test'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { addLine } from '#app/lines/lines.server.ts'
import { aSmallCampaign, orThrow, type SmallCampaign } from './a-small-campaign.ts'
import { aContactOfLastNight } from './pages.ts'
import { anOperator, signIn } from './people.ts'

let campaign: SmallCampaign
let contactId: string
test.beforeAll(async () => {
  campaign = await aSmallCampaign('Nachtwonen')
  const operator: DeskActor = await anOperator(campaign.corporation, 'operator')
  const { id: lineId } = orThrow(
    await addLine(campaign.coordinator, { name: 'Spoedreparatie', kind: 'urgent-repairs' }),
  )
  const place = { corporationId: campaign.corporation.id, lineId }
  contactId = await aContactOfLastNight(operator, place)
  await aContactOfLastNight(operator, place)
})

test('in the morning a coordinator reads the night, takes it up, and one press undoes it', async ({ page }) => {
  await signIn(page, campaign.coordinator)
  const card = page.getByRole('region', { name: /De nacht/ })
  await expect(card).toContainText('2 meldingen, 2 voor kantoor')
  await card.getByRole('link', { name: 'Bekijken' }).click()
  const first = page.getByRole('region', { name: 'Eerst dit' })
  await expect(first.getByRole('listitem')).toHaveCount(2)
  // A figure opens the contacts behind it.
  await page
    .getByRole('region', { name: 'De nacht in cijfers' })
    .getByRole('link', { name: '2', exact: true })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Telefoontjes' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(3)
  if (await page.getByText('Tot nu toe').isVisible()) return
  await first
    .getByRole('button', { name: /^Ik pak dit op/ })
    .first()
    .click()
  await expect(page.getByRole('status').filter({ hasText: 'U hebt 1 melding opgepakt.' })).toBeVisible()
  await expect(first.getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('cell', { name: new RegExp(campaign.coordinator.name) })).toHaveCount(1)
  await page.getByRole('status').getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(first.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Alles gezien en opgepakt (2)' }).click()
  await expect(page.getByText('Niets wacht op kantoor.')).toBeVisible()
})

test('what was written is read on a page of its own', async ({ page }) => {
  await signIn(page, campaign['contact-person'])
  await expect(page).toHaveURL(/\/nights/)
  await page.goto(`/nights/contacts/${contactId}`)
  await expect(page.getByText('De lift staat stil.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Naar de huurder' })).toHaveCount(0)
})
