import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '#app/core/db.server.ts'
import { once } from '#app/core/once.server.ts'

const quarter = 15 * 60

// An office sits behind one address, so the address is allowed what a whole office mistypes.
const limits = {
  account: { points: 10, duration: quarter },
  address: { points: 200, duration: quarter },
  invitation: { points: 30, duration: quarter },
}
export type Limit = keyof typeof limits

const limiterOf = (limit: Limit) =>
  once(
    `limit:${limit}`,
    () =>
      new RateLimiterPostgres({
        storeClient: pool(),
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: limit,
        ...limits[limit],
      }),
  )

/** Takes one try; false when there are none left in this quarter of an hour. */
export async function takeTry(limit: Limit, subject: string): Promise<boolean> {
  try {
    await limiterOf(limit).consume(hashed(subject))
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}

/** Whether tries are left, without taking one. */
export async function hasTries(limit: Limit, subject: string): Promise<boolean> {
  const used = await limiterOf(limit).get(hashed(subject))
  return (used?.consumedPoints ?? 0) < limits[limit].points
}

export const giveTriesBack = (limit: Limit, subject: string) => limiterOf(limit).delete(hashed(subject))

/** Neither an e-mail address nor an IP address is kept. */
const hashed = (subject: string) => createHash('sha256').update(subject).digest('base64url')
