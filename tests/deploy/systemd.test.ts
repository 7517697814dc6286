import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settings } from '#app/core/env.server.ts'

const file = 'deploy/rondbel.service'
const sections = readFileSync(file, 'utf8')
  .split(/^\[(\w+)\]$/m)
  .slice(1)
const entriesOf = (section: string) =>
  [...(sections[sections.indexOf(section) + 1] ?? '').matchAll(/^(\w+)=(.*)$/gm)].map(
    ([, key, value]) => [key, value] as [string, string],
  )
const service = entriesOf('Service')

test('the unit has its sections, and every line in them is a comment or a setting', () => {
  expect(sections.filter((_text, at) => at % 2 === 0)).toEqual(['Unit', 'Service', 'Install'])
  const lines = readFileSync(file, 'utf8').split('\n')
  expect(lines.filter((line) => !/^(|#.*|\[\w+\]|[A-Z]\w+=.*)$/.test(line))).toEqual([])
})

test('it runs as nobody who stays, and writes in its own folder alone', () => {
  expect(Object.fromEntries(service)).toMatchObject({
    DynamicUser: 'yes',
    NoNewPrivileges: 'yes',
    ProtectSystem: 'strict',
    ProtectHome: 'yes',
    PrivateTmp: 'yes',
    CapabilityBoundingSet: '',
    StateDirectory: 'rondbel',
  })
  expect(service.filter(([key]) => key === 'ReadWritePaths')).toEqual([])
})

test('it starts what is there, with settings that exist, and waits longer for the end than that may take', () => {
  const { ExecStart = '', TimeoutStopSec, KillMode } = Object.fromEntries(service)
  expect(existsSync(ExecStart.split(' ').at(-1) ?? '')).toBe(true)
  const names = service.filter(([key]) => key === 'Environment').map(([, value]) => value.split('=')[0] ?? '')
  expect(names.filter((name) => name !== 'NODE_ENV' && !(name in settings))).toEqual([])
  const [, patienceMs = ''] = readFileSync('app/start.ts', 'utf8').match(/const stopPatienceMs = ([\d_]+)/) ?? []
  expect(Number(TimeoutStopSec) * 1000).toBeGreaterThan(Number(patienceMs.replaceAll('_', '')))
  expect(KillMode).toBe('mixed')
})

const isHere = spawnSync('systemd-analyze', ['--version']).status === 0
test.skipIf(!isHere)('systemd has nothing to say against it', () => {
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})
