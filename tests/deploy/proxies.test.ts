import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readEnv } from '#app/core/env.server.ts'

const nginx = readFileSync('deploy/nginx.conf', 'utf8')
const traefik = readFileSync('deploy/traefik.yaml', 'utf8')
const { http } = parse(traefik)
const env = readEnv({})

/** The lines between the braces after a line that begins so. */
const block = (head: string) => nginx.split(`\tlocation ${head} {\n`)[1]?.split('\n\t}')[0] ?? ''

test('both pass to where Rondbel listens', () => {
  expect(nginx).toContain(`server ${env.HOST}:${env.PORT};`)
  expect(http.services.rondbel.loadBalancer.servers).toEqual([{ url: `http://${env.HOST}:${env.PORT}` }])
})

test('Nginx holds nothing back of the news for open pages', () => {
  expect(readFileSync('app/server.ts', 'utf8')).toContain(".get('/live', liveStream)")
  for (const path of ['= /live', '= /queue/live']) {
    expect(block(path)).toContain('proxy_buffering off;')
    expect(block(path)).toContain('gzip off;')
  }
})

test('the largest list goes through Nginx, for as long as Rondbel waits for it', () => {
  const [, megabytes] = nginx.match(/client_max_body_size (\d+)m;/) ?? []
  expect(Number(megabytes) * 1024 * 1024).toBeGreaterThan(env.uploadBytes)
  const [, minutes = ''] = readFileSync('app/start.ts', 'utf8').match(/uploadPatienceMs = (\d+) \* 60_000/) ?? []
  for (const name of ['client_body_timeout', 'proxy_read_timeout', 'proxy_send_timeout'])
    expect(nginx).toContain(`\t${name} ${Number(minutes) * 60}s;`)
  expect(traefik).toContain(`readTimeout=${minutes}m`)
})

test('both keep health and metrics inside, with whatever stands below their address, and nothing else', () => {
  const inNginx = nginx.match(/location ~ (\S+) \{\n\t\treturn 404;/)?.[1] ?? 'none'
  const inTraefik = http.routers.rondbel.rule.match(/!PathRegexp\(`(.+)`\)/)?.[1] ?? 'none'
  for (const pattern of [inNginx, inTraefik].map((text) => new RegExp(text))) {
    const inside = ['/metrics', '/metrics/a', '/health', '/health/ready']
    expect(inside.filter((path) => !pattern.test(path))).toEqual([])
    expect(['/', '/healthy', '/tenants/metrics'].filter((path) => pattern.test(path))).toEqual([])
  }
})

test('no proxy passes on a trace that the caller chose', () => {
  expect(nginx).toContain('\tproxy_set_header traceparent "";')
  expect(readFileSync('deploy/Caddyfile', 'utf8')).toContain('\t\theader_up -traceparent\n')
  const { routers, middlewares } = http
  expect(routers.rondbel.middlewares.map((name: string) => middlewares[name])).toContainEqual({
    headers: { customRequestHeaders: { traceparent: '' } },
  })
})

test('Nginx itself says who calls, and not the caller', () => {
  const headers = [...nginx.matchAll(/proxy_set_header X-Forwarded-For (\S+);/g)].map(([, value]) => value)
  expect(headers).toEqual(['$remote_addr'])
})
