import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readEnv, SettingsError } from '#app/core/env.server.ts'

const proxies = 'addresses or networks with commas between them: loopback, uniquelocal, 10.0.0.2, 10.0.0.0/8'

test('without a single setting it starts on this machine alone', () => {
  expect(readEnv({})).toMatchObject({
    DATABASE_URL: undefined,
    APP_DATABASE_URL: undefined,
    QUEUE_DATABASE_URL: undefined,
    REDIS_URL: undefined,
    MASTER_KEY: undefined,
    DEMO_PASSWORD: undefined,
    METRICS_ADDRESS: { host: '127.0.0.1', port: 9464 },
    SECURITY_CONTACT: undefined,
    ROLE: 'all',
    PORT: 3000,
    HOST: '127.0.0.1',
    TRUSTED_PROXY: 'loopback',
    POOL_SIZE: 20,
    UPLOAD_MB: 250,
    UNFINISHED_LISTS: 20,
    UPLOADS_MB: 2000,
    FREE_DISK_MB: 2000,
    uploadBytes: 250_000_000,
    LOG_LEVEL: 'info',
    dataDir: resolve('.data'),
    publicUrl: new URL('http://localhost:3000'),
  })
})

test('what OpenTelemetry allows is allowed', () => {
  const given = {
    OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Basic dXNlcjpwYXNzd29yZA==,x-tenant=1,',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=production, team=wonen%3Dbellen',
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
  }
  const read = readEnv({ ...given, OTEL_TRACES_SAMPLER_ARG: '0.1', OTEL_SDK_DISABLED: 'True' })
  expect(read).toMatchObject({ ...given, OTEL_TRACES_SAMPLER_ARG: 0.1, OTEL_SDK_DISABLED: 'true' })
})

test('an empty setting is no setting', () => {
  const names = [
    'DATABASE_URL',
    'APP_DATABASE_URL',
    'QUEUE_DATABASE_URL',
    'REDIS_URL',
    'ROLE',
    'PORT',
    'HOST',
    'DATA_DIR',
    'PUBLIC_URL',
    'MASTER_KEY',
    'TRUSTED_PROXY',
    'METRICS_ADDRESS',
    'SECURITY_CONTACT',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'OTEL_EXPORTER_OTLP_HEADERS',
    'OTEL_TRACES_SAMPLER_ARG',
    'OTEL_SDK_DISABLED',
  ]
  const empty = Object.fromEntries([...names, 'POOL_SIZE', 'LOG_LEVEL', 'UPLOAD_MB'].map((name) => [name, '']))
  expect(readEnv(empty)).toEqual(readEnv({}))
})

test('the address people type follows the port until it is set', () => {
  expect(readEnv({ PORT: '8080' }).publicUrl.origin).toBe('http://localhost:8080')
  expect(readEnv({ PORT: '8080', PUBLIC_URL: 'https://rondbel.example.nl' }).publicUrl.origin).toBe(
    'https://rondbel.example.nl',
  )
})

test.each([
  ['DATABASE_URL', 'mysql://localhost/rondbel', 'a PostgreSQL address: postgresql://user:password@host:5432/name'],
  ['DATABASE_URL', 'localhost', 'a PostgreSQL address: postgresql://user:password@host:5432/name'],
  [
    'APP_DATABASE_URL',
    'mysql://localhost/rondbel',
    'the same database for the application: postgresql://user:password@host:5432/name',
  ],
  ['REDIS_URL', 'http://localhost:6379', 'a Redis address: redis://host:6379'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318', 'the address of an OpenTelemetry Collector: http://collector:4318'],
  ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'v1/traces', 'where traces alone are sent: http://collector:4318/v1/traces'],
  ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc', 'http/protobuf or http/json'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'geheim', 'headers for the collector, with commas between them: name=value'],
  ['OTEL_RESOURCE_ATTRIBUTES', 'a=b=c', 'what stands with every trace, with commas between them: name=value'],
  ['OTEL_TRACES_SAMPLER', 'some', 'always_on, always_off or traceidratio, each also with parentbased_ before it'],
  ['OTEL_TRACES_SAMPLER_ARG', '2', 'which part of the traces is kept, from 0 to 1'],
  ['OTEL_SDK_DISABLED', 'yes', 'true or false'],
  ['ROLE', 'both', 'web, worker or all'],
  ['PORT', '0', 'a port number from 1 to 65535'],
  ['PORT', '65536', 'a port number from 1 to 65535'],
  ['PORT', 'http', 'a port number from 1 to 65535'],
  [
    'PUBLIC_URL',
    'http://rondbel.example.nl',
    'the address people type: https://rondbel.example.nl (http only for localhost)',
  ],
  ['PUBLIC_URL', 'rondbel.example.nl', 'the address people type: https://rondbel.example.nl (http only for localhost)'],
  ['MASTER_KEY', 'too short', '32 random bytes in base64: openssl rand -base64 32'],
  ['MASTER_KEY', Buffer.alloc(31).toString('base64'), '32 random bytes in base64: openssl rand -base64 32'],
  ['POOL_SIZE', '1', 'a number of database connections from 2 to 200'],
  ['POOL_SIZE', '2.5', 'a number of database connections from 2 to 200'],
  ['TRUSTED_PROXY', 'caddy', proxies],
  ['TRUSTED_PROXY', '10.0.0.0/33', proxies],
  ['TRUSTED_PROXY', '127.0.0.1,', proxies],
  ['METRICS_ADDRESS', '9464', 'where figures and health are asked for: 127.0.0.1:9464, or off'],
  ['METRICS_ADDRESS', 'localhost:70000', 'where figures and health are asked for: 127.0.0.1:9464, or off'],
  [
    'SECURITY_CONTACT',
    'security@example.nl',
    'where faults in security are reported: mailto:security@example.nl, or an https address',
  ],
  ['UPLOAD_MB', '1001', 'megabytes of a CSV upload from 1 to 1000'],
  ['UNFINISHED_LISTS', '0', 'a number of lists from 1 to 1000'],
  ['UPLOADS_MB', '0', 'megabytes of one corporation from 1 to 1000000'],
  ['FREE_DISK_MB', '-1', 'megabytes from 0 to 1000000'],
  ['LOG_LEVEL', 'loud', 'silent, error, warn, info or debug'],
  ['DEMO_PASSWORD', 'kort', 'a password of at least 12 characters'],
])('%s may not be %s: it says what it should be', (name, value, expected) => {
  expect(() => readEnv({ [name]: value })).toThrow(new SettingsError(`${name} should be ${expected}`))
})

test.each([
  ['DATABASE_URL', 'postgres://localhost/rondbel'],
  ['QUEUE_DATABASE_URL', 'postgres://localhost/rondbel'],
  ['REDIS_URL', 'rediss://host:6380'],
  ['ROLE', 'worker'],
  ['PUBLIC_URL', 'http://127.0.0.1:3000'],
  ['PUBLIC_URL', 'http://[::1]:3000'],
  ['MASTER_KEY', Buffer.alloc(32).toString('base64')],
  ['TRUSTED_PROXY', 'uniquelocal'],
  ['TRUSTED_PROXY', 'loopback, 10.0.0.0/8,fd00::/8,192.0.2.1'],
  ['METRICS_ADDRESS', 'off'],
  ['METRICS_ADDRESS', '[::1]:9465'],
  ['SECURITY_CONTACT', 'https://example.nl/veiligheid'],
  ['UPLOAD_MB', '1'],
  ['PORT', '65535'],
])('%s may be %s', (name, value) => {
  expect(() => readEnv({ [name]: value })).not.toThrow()
})

test('all that is wrong is said at once, and never the value: it may be a key', () => {
  const read = () => readEnv({ PORT: 'x', ROLE: 'y', MASTER_KEY: 'geheim', DATABASE_URL: 'postgresql//me:geheim@host' })
  expect(read).toThrow(/^DATABASE_URL should be .+\nROLE should be .+\nPORT should be .+\nMASTER_KEY should be .+$/)
  expect(read).not.toThrow(/geheim/)
})
