import type { Page } from '@playwright/test'

/** Waits until the page listens to keys and clicks: React has taken it over, and no longer leaves events to the browser. */
export async function isAlive(page: Page) {
  await page.waitForFunction(() => {
    const html = document.documentElement
    if (!Object.keys(html).some((key) => key.startsWith('__reactFiber'))) return false
    let isHeard = false
    document.addEventListener('compositionend', () => (isHeard = true), { once: true, capture: true })
    html.dispatchEvent(new Event('compositionend'))
    return isHeard
  })
  // What listens to the whole page begins to once it is drawn.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))))
}

/** An address as one types it, for whoever goes on to click or type there. */
export async function open(page: Page, path: string) {
  await page.goto(path)
  await isAlive(page)
}
