import { env } from '#app/core/env.server.ts'
import { log } from '#app/core/log.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { redactedError } from '#app/core/redacted-error.ts'
import type { DeskScope } from '#app/core/scope.server.ts'
import { planCalls, type Simulation } from './plan-calls.ts'
import { playCalls } from './play-calls.server.ts'
import { setStage } from './set-stage.server.ts'

/** What a press of the button plays. */
export const evenings = {
  quiet: { callsPerHour: 60, minutes: 10, storm: false },
  busy: { callsPerHour: 240, minutes: 10, storm: false },
  storm: { callsPerHour: 400, minutes: 10, storm: true },
} as const satisfies Record<string, Omit<Simulation, 'seed'>>
export type Evening = keyof typeof evenings

type Rehearsal = { evening: Evening; until: Date; stop: AbortController }
const rehearsals = () => processSingleton('rehearsals', () => new Map<number, Rehearsal>())

/** What is being played at the desk by this process. */
export function rehearsalAt(deskId: number): { evening: Evening; until: Date } | null {
  const found = rehearsals().get(deskId)
  return found ? { evening: found.evening, until: found.until } : null
}

/** Plays an evening, and stops whatever was being played there; false when no line can be rung. Nobody waits for its end. */
export async function startRehearsal(desk: DeskScope, evening: Evening): Promise<boolean> {
  const stage = await setStage(desk, env().publicUrl)
  if (!stage) return false
  stopRehearsal(desk.deskId)
  const plan = evenings[evening]
  const rehearsal = { evening, until: new Date(Date.now() + plan.minutes * 60_000), stop: new AbortController() }
  rehearsals().set(desk.deskId, rehearsal)
  const messages = planCalls({ ...plan, seed: Date.now() % 2 ** 31 })
  void playCalls(messages, { ...stage, signal: rehearsal.stop.signal })
    .catch((error) => {
      if (!rehearsal.stop.signal.aborted) log().warn({ event: 'rehearsal-failed', error: redactedError(error) })
    })
    .finally(() => {
      if (rehearsals().get(desk.deskId) === rehearsal) rehearsals().delete(desk.deskId)
    })
  return true
}

/** Nobody rings any more; who is waiting stays. */
export function stopRehearsal(deskId: number) {
  rehearsals().get(deskId)?.stop.abort()
  rehearsals().delete(deskId)
}
