import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Env, readEnv, SettingsError } from '../core/env.server.ts'
import { freeBytes, fullDiskMb } from '../core/free-disk.server.ts'
import { isThisMachine } from '../core/our-origin.ts'
import { type Finding, well, worthALook, wrong } from './findings.ts'

const oldestNode = [20, 19] as const
const triedNodes = [22, 24]

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const isTooOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])
  if (isTooOld) return wrong('node', `Node ${version} is too old.`, 'Install Node 24.')
  if (triedNodes.includes(major)) return well('node', `Node ${version} is one that Rondbel is tried on.`)
  return worthALook('node', `Node ${version} is not one that Rondbel is tried on.`, 'Node 22 and 24 are.')
}

export function checkSettings(source: Record<string, string | undefined>): Finding[] {
  try {
    readEnv(source)
    return [well('settings', 'Every setting can be read.')]
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return error.message.split('\n').map((line) => wrong('settings', `${line}.`, 'Correct that setting.'))
  }
}

export function checkPages(dir: string): Finding {
  if (existsSync(join(dir, 'build/server/index.js'))) return well('pages', 'The pages are built.')
  return worthALook(
    'pages',
    'The pages are not built.',
    'npm start builds them; a service that may not needs npm run build.',
  )
}

/** The folder of the data: that there is one, that it may be written to, and that what is secret is so. */
export function checkFolder(dir: string): Finding {
  const toDo = 'Give Rondbel that folder, or set DATA_DIR to one that it may write to.'
  const standing = nearest(dir)
  if (!statSync(standing).isDirectory()) return wrong('folder', `There is a file at ${standing}, not a folder.`, toDo)
  if (!mayWrite(standing)) return wrong('folder', `It may not write to ${standing}.`, toDo)
  if (standing !== dir) return well('folder', `The folder ${dir} is not there yet; the first start makes it.`)
  const open = openToOthers(join(dir, 'secrets'))
  if (open.length === 0) return well('folder', `The folder ${dir} may be written to, and its secrets are its own.`)
  return wrong(
    'folder',
    `Others on this machine may read ${open.join(', ')}.`,
    `Run chmod -R go= ${join(dir, 'secrets')} as their owner.`,
  )
}

const nearest = (dir: string): string => (existsSync(dir) || dirname(dir) === dir ? dir : nearest(dirname(dir)))

function mayWrite(dir: string) {
  try {
    accessSync(dir, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

function openToOthers(secrets: string): string[] {
  if (!existsSync(secrets)) return []
  const paths = [secrets, ...readdirSync(secrets).map((name) => join(secrets, name))]
  return paths.filter((path) => (statSync(path).mode & 0o077) !== 0)
}

export async function checkDisk({ dataDir, FREE_DISK_MB }: Pick<Env, 'dataDir' | 'FREE_DISK_MB'>): Promise<Finding> {
  const mb = Math.floor((await freeBytes(dataDir)) / 1_000_000)
  const says = `The disk of ${dataDir} has ${mb} MB free`
  if (mb < fullDiskMb) return wrong('disk', `${says}: it is full.`, 'Make room.')
  if (mb >= FREE_DISK_MB) return well('disk', `${says}.`)
  return wrong('disk', `${says}; with less than ${FREE_DISK_MB} no list is taken.`, 'Make room, or lower FREE_DISK_MB.')
}

type Address = Pick<Env, 'PUBLIC_URL' | 'HOST' | 'TRUSTED_PROXY' | 'publicUrl'>
const loopback = ['127.0.0.1', '::1', 'localhost']

export function checkAddress({ PUBLIC_URL, HOST, publicUrl }: Address): Finding {
  const origin = publicUrl.origin
  if (PUBLIC_URL && !isThisMachine(publicUrl)) return well('address', `People open ${origin}.`)
  if (loopback.includes(HOST)) return well('address', `Only this machine can open it, at ${origin}.`)
  return wrong(
    'address',
    `It listens for other machines, but its address is ${origin}: from there nobody can sign in.`,
    'Set PUBLIC_URL to the https address that people type.',
  )
}

const everybody = /^(?:0\.0\.0\.0|::)\/0$/

export function checkProxy({ HOST, TRUSTED_PROXY, publicUrl }: Address): Finding {
  if (TRUSTED_PROXY.split(',').some((network) => everybody.test(network.trim())))
    return wrong(
      'proxy',
      'TRUSTED_PROXY believes everybody, so anybody may say where they come from.',
      'Name the address of the proxy alone.',
    )
  const isElsewhere = !loopback.includes(HOST) && publicUrl.protocol === 'https:'
  if (!isElsewhere || TRUSTED_PROXY !== 'loopback')
    return well('proxy', `The proxy that is believed: ${TRUSTED_PROXY}.`)
  return worthALook(
    'proxy',
    'It listens for a proxy on another machine and believes none: to it all people have one address.',
    'Set TRUSTED_PROXY to the address of the proxy.',
  )
}
