import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '#app/build-if-stale.ts'
import { type Found, findChromium, findRedis, findSip } from './support/tools-at-hand.ts'

/**
 * Everything that must be green, on a machine with nothing but Node: types, lint, dead code, every test, and the
 * journeys in a browser. Ends with one line that counts them all.
 */
type Tally = { passed: number; failed: number; skipped: number }
const total: Tally = { passed: 0, failed: 0, skipped: 0 }
const results = mkdtempSync(join(tmpdir(), 'rondbel-results-'))
const notes: string[] = []

const redis = note('Redis', await findRedis())
const chromium = note('Chromium', await findChromium())
note('Kamailio and SIPp', await findSip())
process.env.RONDBEL_REDIS_SERVER = redis ?? ''
process.env.RONDBEL_CHROMIUM = chromium ?? ''

await check('types', ['node_modules/typescript/bin/tsc', '--noEmit'])
await check('lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '.'])
await check('dead code', ['node_modules/knip/bin/knip.js'])
await check('dead code, without the tests', ['node_modules/knip/bin/knip.js', '--production'])
buildIfStale()
await unitTests()
if (chromium) await journeys()
rmSync(results, { recursive: true, force: true })
for (const line of notes) console.log(line)
if (total.skipped > 0) console.log(`${total.skipped} skipped`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)

async function check(name: string, args: string[]) {
  const isGreen = (await node(args)) === 0
  console.log(`${isGreen ? 'green' : 'RED'}: ${name}`)
  add({ passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1, skipped: 0 })
}

async function unitTests() {
  const file = join(results, 'unit.json')
  await node([
    'node_modules/vitest/vitest.mjs',
    'run',
    '-c',
    'remix.config.js',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  add(
    tallyOf(file, (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numFailedTestSuites * Number(report.numFailedTests === 0),
      skipped: report.numPendingTests,
    })),
  )
}

async function journeys() {
  const file = join(results, 'journeys.json')
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = file
  await node(['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.ts'])
  add(
    tallyOf(file, ({ stats, errors }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    })),
  )
}

/** A run that left no report has failed, whatever it meant to say. */
// biome-ignore lint/suspicious/noExplicitAny: the reports of two runners, read by the field
function tallyOf(file: string, count: (report: any) => Tally): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const tally = count(JSON.parse(readFileSync(file, 'utf8')))
  return tally.passed + tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

function add({ passed, failed, skipped }: Tally) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

function note(name: string, found: Found) {
  if (found.path) return found.path
  notes.push(`Skipped what needs ${name}: ${found.why}`)
  total.skipped++
  return null
}

function node(args: string[]): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: process.env })
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)))
}
