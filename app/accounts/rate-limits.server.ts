import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '#app/core/db.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'

const quarter = 15 * 60

// An office sits behind one address, so the address is allowed what a whole office mistypes.
const limits = {
  account: { points: 10, duration: quarter },
  address: { points: 200, duration: quarter },
  invitation: { points: 30, duration: quarter },
}
export type Limit = keyof typeof limits

const limiterOf = (limit: Limit) =>
  processSingleton(
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
    await limiterOf(limit).consume(keyOf(limit, subject))
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}

/** Whether tries are left, without taking one. */
export async function hasTries(limit: Limit, subject: string): Promise<boolean> {
  const used = await limiterOf(limit).get(keyOf(limit, subject))
  return (used?.consumedPoints ?? 0) < limits[limit].points
}

export const giveTriesBack = (limit: Limit, subject: string) => limiterOf(limit).delete(keyOf(limit, subject))

/** Neither an e-mail address nor an IP address is kept. */
const keyOf = (limit: Limit, subject: string) =>
  createHash('sha256')
    .update(limit === 'account' ? subject : network(subject))
    .digest('base64url')

/** Who has one IPv6 address has the 2^64 beside it: they count as one. An IPv4 address counts alone, however written. */
function network(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [before = '', after] = address.replace(/%.*$/, '').split('::')
  const [head, tail] = [before, after ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const groups = [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
