import { z } from 'zod'
import { refused, usage } from './cli-answer.ts'
import { env } from './core/env.server.ts'
import { desksAtWork, findDesk } from './desks/desks.server.ts'
import { planCalls } from './exchanges/simulate/plan-calls.ts'
import { playCalls } from './exchanges/simulate/play-calls.server.ts'
import { setStage } from './exchanges/simulate/set-stage.server.ts'

const schema = z.object({
  callsPerHour: z.coerce.number().min(1).max(20_000),
  minutes: z.coerce
    .number()
    .min(0.1)
    .max(24 * 60),
  seed: z.coerce.number().int().default(1),
  speed: z.coerce.number().min(1).max(100).default(1),
  storm: z.boolean().default(false),
  url: z.url().optional(),
})
type Options = { desk: string } & Record<string, unknown>

/** Plays calls into a system that runs, as an exchange of the desk would tell of them: for practice, never beside real ones. */
export async function simulateFromCommand({ desk: slug, ...options }: Options) {
  const { url, speed, ...simulation } = usage(schema, options)
  const found = (await findDesk(slug)) ?? refused('no-such-desk', { desk: slug })
  const desk = (await desksAtWork(found.id))[0] ?? refused('no-such-desk', { desk: slug })
  const stage = await setStage(desk, url ? new URL(url) : env().publicUrl)
  if (!stage) return refused('no-lines', { desk: slug })
  const played = await playCalls(planCalls(simulation), stage, speed)
  return { ...simulation, exchange: stage.exchangeId, ...played }
}
