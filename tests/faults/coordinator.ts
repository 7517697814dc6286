import type pg from 'pg'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import { findCorporation } from '#app/corporations/corporations.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { password } from '#tests/bench/load-round.ts'
import { HttpCaller } from '#tests/support/http-caller.ts'
import type { Sender } from './poor-clients.ts'
import type { RunningRondbel } from './running-rondbel.ts'

/** One of the only corporation, signed in. */
export async function coordinatorOf({ origin }: RunningRondbel, owner: pg.Client): Promise<Sender> {
  const { rows } = await owner.query<{ slug: string }>('SELECT slug FROM corporation')
  const corporation = await findCorporation(rows[0]?.slug ?? '')
  if (!corporation) throw new Error('There is no corporation.')
  const { email } = await anActor(corporation, { passwordHash: await hashPassword(password) })
  const coordinator = new HttpCaller(origin, () => {})
  await coordinator.signIn(email, password)
  return { origin, cookie: coordinator.cookie }
}
