import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { openTelemetrySettings } from './open-telemetry-settings.ts'
import { isThisMachine } from './our-origin.ts'
import { processSingleton } from './process-singleton.server.ts'

export type ListenAddress = { host: string; port: number }
const defaultMetricsAddress = { host: '127.0.0.1', port: 9464 }

const port = z.coerce.number().int().min(1).max(65_535)
const urlWith = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol))

/** Each setting with what it should be, said when it is wrong. An empty setting is no setting. */
export const settings = {
  DATABASE_URL: [
    urlWith('postgres:', 'postgresql:').optional(),
    'a PostgreSQL address: postgresql://user:password@host:5432/name',
  ],
  APP_DATABASE_URL: [
    urlWith('postgres:', 'postgresql:').optional(),
    'the same database for the application: postgresql://user:password@host:5432/name',
  ],
  QUEUE_DATABASE_URL: [
    urlWith('postgres:', 'postgresql:').optional(),
    'the same database for the queue: postgresql://user:password@host:5432/name',
  ],
  REDIS_URL: [urlWith('redis:', 'rediss:').optional(), 'a Redis address: redis://host:6379'],
  ROLE: [z.enum(['web', 'worker', 'all']).default('all'), 'web, worker or all'],
  PORT: [port.default(3000), 'a port number from 1 to 65535'],
  HOST: [z.string().default('127.0.0.1'), 'an address to listen on: 127.0.0.1, or 0.0.0.0 behind a proxy'],
  TRUSTED_PROXY: [
    z
      .string()
      .refine((value) => value.split(',').every(isNetwork))
      .default('loopback'),
    'addresses or networks with commas between them: loopback, uniquelocal, 10.0.0.2, 10.0.0.0/8',
  ],
  METRICS_ADDRESS: [
    z.union([z.literal('off'), z.string().transform(listenAddress)]).default(defaultMetricsAddress),
    'where figures and health are asked for: 127.0.0.1:9464, or off',
  ],
  SECURITY_CONTACT: [
    z
      .string()
      .refine((value) => URL.canParse(value) && ['https:', 'mailto:'].includes(new URL(value).protocol))
      .optional(),
    'where faults in security are reported: mailto:security@example.nl, or an https address',
  ],
  DATA_DIR: [z.string().default('.data'), 'a folder that may be written to'],
  PUBLIC_URL: [
    z
      .string()
      .refine((value) => URL.canParse(value) && isSafeOrigin(new URL(value)))
      .optional(),
    'the address people type: https://rondbel.example.nl (http only for localhost)',
  ],
  MASTER_KEY: [
    z
      .base64()
      .refine((value) => Buffer.from(value, 'base64').length === 32)
      .optional(),
    '32 random bytes in base64: openssl rand -base64 32',
  ],
  POOL_SIZE: [z.coerce.number().int().min(2).max(200).default(20), 'a number of database connections from 2 to 200'],
  LOG_LEVEL: [
    z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    'silent, error, warn, info or debug',
  ],
  UPLOAD_MB: [z.coerce.number().int().min(1).max(1000).default(250), 'megabytes of a CSV upload from 1 to 1000'],
  UNFINISHED_LISTS: [z.coerce.number().int().min(1).max(1000).default(20), 'a number of lists from 1 to 1000'],
  UPLOADS_MB: [
    z.coerce.number().int().min(1).max(1_000_000).default(2000),
    'megabytes of one corporation from 1 to 1000000',
  ],
  FREE_DISK_MB: [z.coerce.number().int().min(0).max(1_000_000).default(2000), 'megabytes from 0 to 1000000'],
  BACKUP_DIR: [z.string().optional(), 'a folder for backups, on another disk'],
  BACKUP_AT: [
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .default('02:30'),
    'a time in the Netherlands: 02:30',
  ],
  BACKUPS_KEPT: [z.coerce.number().int().min(1).max(1000).default(14), 'a number of backups from 1 to 1000'],
  ...openTelemetrySettings,
  DEMO_PASSWORD: [z.string().min(12).optional(), 'a password of at least 12 characters'],
} as const satisfies Record<string, readonly [z.ZodType, string]>

export type Env = { [K in keyof typeof settings]: z.infer<(typeof settings)[K][0]> } & {
  publicUrl: URL
  dataDir: string
  uploadBytes: number
}

export class SettingsError extends Error {}

/** Browsers give a Secure cookie back over plain http only to this machine itself. */
function isSafeOrigin(url: URL) {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url))
}

/** One address, a range of them, or a name that Express has for some. */
function isNetwork(text: string) {
  const [, address = '', bits = '0'] = text.trim().match(/^([^/]+)(?:\/(\d+))?$/) ?? []
  const version = isIP(address)
  if (version === 0) return ['loopback', 'linklocal', 'uniquelocal'].includes(text.trim())
  return Number(bits) <= (version === 4 ? 32 : 128)
}

/** `127.0.0.1:9464` or `[::1]:9464`. */
function listenAddress(text: string, context: z.RefinementCtx): ListenAddress {
  const [, ipv6, ipv4, digits] = text.match(/^(?:\[([0-9a-fA-F:]+)\]|([0-9.]+)):(\d+)$/) ?? []
  const host = ipv6 ?? ipv4 ?? ''
  const number = port.safeParse(digits)
  if (isIP(host) !== 0 && number.success) return { host, port: number.data }
  context.addIssue('not an address')
  return z.NEVER
}

/** Reads and checks all settings; throws a SettingsError that names each wrong one and what it should be. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const values: Record<string, unknown> = {}
  const wrong: string[] = []
  for (const [name, [schema, expected]] of Object.entries(settings)) {
    const result = schema.safeParse(source[name] === '' ? undefined : source[name])
    if (result.success) values[name] = result.data
    else wrong.push(`${name} should be ${expected}`)
  }
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'))
  const env = values as Env
  env.publicUrl = new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`)
  env.dataDir = resolve(env.DATA_DIR)
  env.uploadBytes = env.UPLOAD_MB * 1_000_000
  return env
}

export const env = () => processSingleton('env', () => readEnv(process.env))

export const dataPath = (...parts: string[]) => join(env().dataDir, ...parts)
