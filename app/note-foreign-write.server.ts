import type { Request } from 'express'
import { currentPerson } from './accounts/authorize.server.ts'
import { recordForeignWrite } from './accounts/record-refusal.server.ts'
import { byItselfHeader } from './core/by-itself.ts'
import { env } from './core/env.server.ts'
import { processSingleton } from './core/process-singleton.server.ts'
import { TurnedAway, Turnstile } from './core/turnstile.ts'

const turnstile = () => processSingleton('foreign-writes', () => new Turnstile({ atOnce: 2, waiting: 20 }))

/** Writes down what another site sent; not all of a flood, which would cost more than it tells. */
export async function noteForeignWrite(request: Request): Promise<void> {
  const headers = { Cookie: request.get('Cookie') ?? '', [byItselfHeader]: '1' }
  const asked = new globalThis.Request(env().publicUrl, { headers })
  const note = async () => recordForeignWrite(await currentPerson(asked), request.ip ?? 'unknown')
  try {
    await turnstile().pass('others', note)
  } catch (error) {
    if (!(error instanceof TurnedAway)) throw error
  }
}
