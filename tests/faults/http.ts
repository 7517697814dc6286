import { readFileSync } from 'node:fs'
import { bodyPatienceMs } from '#app/core/body-limits.ts'
import { aRound, password, whatBecame } from '#tests/bench/load-round.ts'
import { HttpCaller, type Seen } from '#tests/support/http-caller.ts'
import { listedOn, withList } from './a-list.ts'
import { coordinatorOf } from './coordinator.ts'
import { startCuttingProxy } from './cutting-proxy.ts'
import type { Fault, Outcome } from './fault.ts'
import { leftOver } from './left-over.ts'
import { dripForm, sendPartOf, sendSlowly } from './poor-clients.ts'
import { mulberry } from './random.ts'
import { type RunningRondbel, withRondbel } from './running-rondbel.ts'

const seed = 20_261_128
const homes = 300
const callerCount = 12
const gone = 12
const drippers = 20
const slowListSeconds = 75
const patienceSeconds = bodyPatienceMs / 1_000
// A timer on a busy machine is late.
const lateSeconds = 20

/**
 * Connections are cut while callers save, saves are sent twice and once more at the end, uploads are left halfway, and slow
 * clients hold on. Nothing may be lost, double or left lying; and who is slow with a list is waited for, with a form not.
 */
export const httpFault: Fault = {
  name: 'http',
  run: () => withList(20_000, (path) => brokenLines(readFileSync(path))),
}

async function brokenLines(content: Buffer) {
  const random = mulberry(seed)
  return withRondbel({}, async (rondbel, owner) => {
    const emails = await aRound(owner, { homes, callers: callerCount })
    const [to, list] = [await coordinatorOf(rondbel, owner), { content, listedOn }]
    const slow = sendSlowly(to, list, slowListSeconds)
    const dripped = Promise.all(Array.from({ length: drippers }, () => dripForm(to, patienceSeconds + lateSeconds)))
    const worked = underCuts(rondbel, emails, random)
    for (let nr = 0; nr < gone; nr++) await sendPartOf(to, list, random())
    const [work, slowList, letGo] = await Promise.all([worked, slow, dripped])
    const left = await leftOver(rondbel, owner)
    const isReady = (await rondbel.health())?.isReady === true
    return judged({ ...work, slowList, letGo, left, isReady, ...(await whatBecame(owner, work.saved)) })
  })
}

/** All homes are called over connections that are cut; then every save comes once more. */
async function underCuts({ origin }: RunningRondbel, emails: string[], random: () => number) {
  const proxy = await startCuttingProxy(Number(new URL(origin).port), random)
  const seen: Seen[] = []
  const callers = emails.map(() => new HttpCaller(proxy.origin, (one) => seen.push(one)))
  try {
    await Promise.all(callers.map((caller, nr) => caller.signIn(emails[nr] ?? '', password)))
    proxy.cut()
    await Promise.all(callers.map(workToTheEnd))
    const refused = await Promise.all(callers.map((caller) => caller.replay()))
    const saved = callers.flatMap((caller) => caller.saved)
    return { saved, seen, refusedAgain: refused.reduce((sum, one) => sum + one, 0) }
  } finally {
    proxy.stop()
  }
}

async function workToTheEnd(caller: HttpCaller) {
  let path = await caller.takeNext()
  while (path) path = await caller.finish(path, { thinkMs: 60, note: 'Ging goed.' })
}

type Found = Awaited<ReturnType<typeof whatBecame>> &
  Awaited<ReturnType<typeof underCuts>> & {
    slowList: Awaited<ReturnType<typeof sendSlowly>>
    letGo: number[]
    left: Awaited<ReturnType<typeof leftOver>>
    isReady: boolean
  }

function judged({
  saved,
  seen,
  refusedAgain,
  slowList,
  letGo,
  left,
  isReady,
  attempts,
  doubles,
  lost,
}: Found): Outcome {
  const cut = seen.filter(({ status }) => status === 0)
  const cutSaves = cut.filter(({ kind }) => kind === 'save').length
  const errors = seen.filter(({ status }) => status >= 500 && status !== 503).length
  const areLetGo = letGo.every((seconds) => seconds > patienceSeconds - 2 && seconds < patienceSeconds + lateSeconds)
  const isWhole = saved.length === homes && attempts === homes && lost + doubles + errors + refusedAgain === 0
  const isClean = left.lists === 1 && left.files === 1 && slowList.status === 302
  return {
    holds: isWhole && isClean && areLetGo && isReady && cutSaves > 0,
    times: cut.length + gone,
    seed,
    found: [
      `${cut.length} requests were cut, ${cutSaves} of them saves; ${saved.length} saves were answered for ${homes} homes, ${lost} lost, ${doubles} double, ${errors} errors, ${refusedAgain} refused when they came once more`,
      `${gone} uploads were left halfway: ${left.strays.length} files stayed, ${left.lists - 1} lists`,
      `a list that took ${slowListSeconds} s ${slowList.status === 302 ? 'was taken' : `gave ${slowList.status}`}`,
      `${letGo.length} forms that never ended were let go of after ${Math.round(Math.min(...letGo))} to ${Math.round(Math.max(...letGo))} s`,
      isReady ? 'it is ready' : 'it is NOT READY',
    ].join('; '),
  }
}
