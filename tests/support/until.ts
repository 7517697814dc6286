import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for what another process or connection does; gives up after half a minute and says what it waited for. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, patienceMs = 30_000) {
  const end = Date.now() + patienceMs
  while (Date.now() < end) {
    if (await isSo()) return
    await sleep(20)
  }
  throw new Error(`It did not happen: ${what}.`)
}
