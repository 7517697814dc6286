import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export type Found = { path: string; why?: undefined } | { path: null; why: string }

let hasLists = false

/** Redis for the tests of the queue: what is there, else Debian's package where we may install one. */
export async function findRedis(): Promise<Found> {
  const path = () => which('redis-server')
  if (!path()) installFromDebian('redis-server')
  const found = path()
  return found ? { path: found } : { path: null, why: 'there is no redis-server and it could not be installed' }
}

/** A browser: what is there, else Debian's package where we may install one, else the one that Playwright fetches. */
export async function findChromium(): Promise<Found> {
  const path = () => which('chromium') ?? which('chromium-browser') ?? which('google-chrome')
  if (!path()) installFromDebian('chromium')
  const found = path() ?? playwrightsOwn()
  return found ? { path: found } : { path: null, why: 'there is no Chromium and it could not be installed' }
}

/** Kamailio and SIPp for real telephone calls. Not installed where it would be started, as an exchange, for everybody to reach. */
export async function findSip(): Promise<Found> {
  if (missingForSip() && !existsSync('/run/systemd/system'))
    for (const name of ['kamailio', 'kamailio-extra-modules', 'sip-tester']) installFromDebian(name)
  const why = missingForSip()
  return why ? { path: null, why } : { path: which('kamailio') ?? '' }
}

/** Why there can be no real calls on this machine; null when there can. */
export function missingForSip(): string | null {
  const missing = ['kamailio', 'sipp'].find((name) => !which(name))
  if (missing) return `there is no ${missing}`
  const { status } = spawnSync('sh', ['-c', 'ls /usr/lib/*/kamailio/modules/evapi.so'])
  return status === 0 ? null : 'there is no evapi of Kamailio (Debian: kamailio-extra-modules)'
}

function which(name: string): string | null {
  const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

function installFromDebian(name: string) {
  if (process.getuid?.() !== 0 || !which('apt-get')) return
  console.log(`Installing ${name} …`)
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  if (!hasLists) spawnSync('apt-get', ['update', '-q'], options)
  hasLists = true
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', name], options)
}

function playwrightsOwn(): string | null {
  const path = () =>
    spawnSync(process.execPath, ['-e', "console.log(require('@playwright/test').chromium.executablePath())"], {
      encoding: 'utf8',
    }).stdout.trim()
  if (existsSync(path())) return path()
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  })
  return existsSync(path()) ? path() : null
}
