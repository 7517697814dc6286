import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aRound, password } from '#tests/bench/load-round.ts'
import { HttpCaller } from '#tests/support/http-caller.ts'
import type { Fault, Outcome } from './fault.ts'
import { type RunningRondbel, withRondbel } from './running-rondbel.ts'

const seed = 20_261_128
const note = 'De kat heet Minoes en de trap is steil.'

type Loss = { name: string; break(file: string, key: string): void; settings?: Record<string, string> }

const losses: Loss[] = [
  { name: 'gone', break: (file) => rmSync(file) },
  { name: 'another', break: (file) => writeFileSync(file, randomBytes(32).toString('base64')) },
  { name: 'cut short', break: (file, key) => writeFileSync(file, key.slice(0, 20)) },
  { name: 'empty', break: (file) => writeFileSync(file, '') },
  { name: 'set to another', break: () => {}, settings: { MASTER_KEY: randomBytes(32).toString('base64') } },
]

/**
 * The master key is lost in every way it can be. A start and a command must refuse with one sentence and make no second
 * key; with the right one back a text that was typed before must open again.
 */
export const keyLostFault: Fault = {
  name: 'key-lost',
  run: () =>
    withRondbel({}, async (rondbel, owner) => {
      const [email = ''] = await aRound(owner, { homes: 5, callers: 1 })
      const caller = new HttpCaller(rondbel.origin, () => {})
      await caller.signIn(email, password)
      const path = (await caller.takeNext()) ?? ''
      await caller.type(path, note)
      const opens = async () => (await caller.read(path)).includes(note)
      const found = { before: await opens(), refused: [] as string[], wrong: [] as string[] }
      await owner.end()
      await rondbel.stop()
      for (const loss of losses) {
        const complaint = await lost(rondbel, loss)
        if (complaint) found.wrong.push(`${loss.name}: ${complaint}`)
        else found.refused.push(loss.name)
      }
      await rondbel.start()
      return judged({ ...found, after: await opens() })
    }),
}

/** What is not as it should be, or null; the key is back afterwards. */
async function lost(rondbel: RunningRondbel, { break: breakIt, settings = {} }: Loss): Promise<string | null> {
  const file = join(rondbel.dir, 'secrets/master-key')
  const key = readFileSync(file, 'utf8')
  breakIt(file, key)
  const broken = standing(file)
  try {
    const { code, said } = await rondbel.refusal(settings)
    if (code !== 1 || !isOneSentence(said)) return `the start ended with ${code}: ${said}`
    const added = addCorporation({ ...rondbel.env, ...settings })
    if (added.status !== 1 || !isOneSentence(`Rondbel cannot start. ${added.stderr.trim()}`))
      return `a command ended with ${added.status}: ${added.stderr}`
    return standing(file) === broken ? null : 'another key was made'
  } finally {
    writeFileSync(file, key, { mode: 0o600 })
  }
}

const standing = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null)

/** For whoever looks after it: a line without a stack that names the key. */
const isOneSentence = (said: string) => /^Rondbel cannot start\. [^\n]*master[ _-]key[^\n]*\.$/i.test(said)

const addCorporation = (env: NodeJS.ProcessEnv) =>
  spawnSync(
    process.execPath,
    ['--import', 'tsx', 'app/cli.ts', 'corporation', 'add', '--slug', 'tweede', '--name', 'Tweede'],
    { env, encoding: 'utf8' },
  )

type Found = { before: boolean; after: boolean; refused: string[]; wrong: string[] }

function judged({ before, after, refused, wrong }: Found): Outcome {
  return {
    holds: before && after && wrong.length === 0 && refused.length === losses.length,
    times: losses.length,
    seed,
    found: `${refused.length} of ${losses.length} refused in one sentence without a second key (${refused.join(', ')}); with the right key the text ${after ? 'opens' : 'DOES NOT OPEN'}${wrong.map((one) => `; ${one}`).join('')}`,
  }
}
