import type { Locator, Page } from '@playwright/test'

export const button = (page: Page, name: string) => page.getByRole('button', { name })
export const heading = (page: Page, name: string) => page.getByRole('heading', { name })

/** Ends the call in hand, so that the next picture begins without one. */
export async function saveAndStop(page: Page) {
  await button(page, 'Opslaan en stoppen').click()
  await page.waitForURL(/^[^?]+\/(\?saved.*)?$/)
}

/** The smallest part of the page that holds them all. */
export const innermost = (page: Page, selectors: string[]): Locator =>
  selectors.reduce((part, selector) => part.filter({ has: page.locator(selector) }), page.locator('div')).last()
