import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readEnv, settings } from '#app/core/env.server.ts'

type Service = {
  image?: string
  build?: string
  user?: string
  read_only?: boolean
  privileged?: boolean
  cap_drop?: string[]
  security_opt?: string[]
  env_file?: string
  environment?: Record<string, string>
  networks: string[]
  ports?: string[]
  volumes?: string[]
  depends_on?: Record<string, object>
  healthcheck?: { disable?: boolean; test?: string[] }
  profiles?: string[]
}
type Compose = { services: Record<string, Service>; networks: object; volumes: object }

const compose: Compose = parse(readFileSync('compose.yaml', 'utf8'), { merge: true })
const services = Object.entries(compose.services)
const ours = services.filter(([, { build }]) => build)

test('it starts the application, a worker, PostgreSQL and a proxy, and Redis when asked', () => {
  const always = services.filter(([, { profiles }]) => !profiles).map(([name]) => name)
  expect(always).toEqual(['web', 'worker', 'database', 'proxy'])
  expect(compose.services.redis?.profiles).toEqual(['redis'])
  expect(compose.services.database?.image).toBe('postgres:17')
})

describe.each(services)('%s', (_name, service) => {
  test('cannot write to its own files, nor gain rights', () => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
    expect(service.privileged).toBeUndefined()
  })

  test('names networks, volumes, files and services that are there', () => {
    expect(service.networks.filter((network) => !(network in compose.networks))).toEqual([])
    expect(Object.keys(service.depends_on ?? {}).filter((other) => !(other in compose.services))).toEqual([])
    const sources = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '')
    expect(
      sources.filter((source) => !(source.startsWith('./') ? existsSync(source) : source in compose.volumes)),
    ).toEqual([])
  })

  test('holds no secret itself', () => {
    const secrets = Object.entries(service.environment ?? {}).filter(([name]) => /PASSWORD|KEY|DATABASE_URL/.test(name))
    expect(secrets.filter(([, value]) => !value.includes('${'))).toEqual([])
  })
})

describe.each(ours)('%s, which is ours', (_name, service) => {
  test('has settings that exist and are right once .env is filled in', () => {
    const given = service.environment ?? {}
    expect(Object.keys(given).filter((name) => !(name in settings))).toEqual([])
    const filled = Object.entries(given).map(([name, value]) => [name, value.replace(/\$\{([A-Z_]+)[^}]*\}/g, fillIn)])
    const env = readEnv(Object.fromEntries(filled))
    expect(new URL(env.DATABASE_URL ?? '').hostname in compose.services).toBe(true)
    expect(service.volumes).toContain(`data:${env.DATA_DIR}`)
  })
})

test('only the proxy can be reached from outside, and it reaches the application alone', () => {
  expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['proxy'])
  const beside = services.filter(([, { networks }]) => networks.includes('front')).map(([name]) => name)
  expect(beside).toEqual(['web', 'proxy'])
  const { web } = compose.services
  expect(readFileSync('deploy/Caddyfile', 'utf8')).toContain(`reverse_proxy web:${web?.environment?.PORT}`)
})

test('the proxy keeps health and metrics inside, with whatever stands behind their address', () => {
  const inside = readFileSync('deploy/Caddyfile', 'utf8').match(/@inside path (.+)\n\trespond @inside 404/)?.[1]
  expect(inside?.split(' ')).toEqual(['/metrics', '/metrics/*', '/health', '/health/*'])
})

test('one service answers and one works, and the one without an address is not asked how it is', () => {
  expect(ours.map(([, { environment }]) => environment?.ROLE)).toEqual(['web', 'worker'])
  expect(ours.map(([, { healthcheck }]) => healthcheck?.disable ?? false)).toEqual([false, true])
})

const examples: Record<string, string> = {
  PUBLIC_URL: 'https://rondbel.example.nl',
  MASTER_KEY: Buffer.alloc(32).toString('base64'),
  POSTGRES_PASSWORD: 'a1b2c3',
}
const fillIn = (_all: string, name: string) => examples[name] ?? ''
