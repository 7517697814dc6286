import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '#app/core/db.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'

const quarter = 15 * 60
const minute = 60
const hour = 60 * minute

// Wrong passwords. An office sits behind one address, so the address is allowed what a whole office mistypes.
const limits = {
  /** Of one account from one network, or from one device where its owner signed in before. */
  own: { points: 10, duration: quarter },
  ownAfter: { points: 1, duration: minute },
  account: { points: 100, duration: quarter },
  address: { points: 200, duration: quarter },
  addressAfter: { points: 60, duration: minute },
  /** Whoever proves a password while signed in or with a link. */
  proof: { points: 10, duration: quarter },
  invitation: { points: 30, duration: quarter },
  /** What a telephone exchange is said to send and does not prove. */
  exchange: { points: 300, duration: minute },
  /** The form of a line, from one network: what is taken at once, and what is taken at all. */
  requestsAtOnce: { points: 3, duration: quarter },
  requests: { points: 10, duration: hour },
  /** To be rung at one number, by whichever line. */
  requestsOfPhone: { points: 3, duration: 12 * hour },
  /** Of one line: more than a storm brings is taken at the end, and more than a desk can ring not at all. */
  requestsOfLineAtOnce: { points: 30, duration: quarter },
  requestsOfLine: { points: 200, duration: hour },
  /** What was refused of a line on a day, for whoever looks after it. */
  requestsRefused: { points: 1_000_000, duration: 48 * hour },
  /** What is written in the log of what was refused. */
  written: { points: 30, duration: minute },
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

/** Takes one try; false when there are none left. */
export async function takeTry(limit: Limit, subject: string): Promise<boolean> {
  try {
    await limiterOf(limit).consume(hashed(subject))
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}

/** How many were taken of it, within its time. */
export async function triesTaken(limit: Limit, subject: string): Promise<number> {
  return (await limiterOf(limit).get(hashed(subject)))?.consumedPoints ?? 0
}

export const giveTriesBack = (limit: Limit, subject: string) => limiterOf(limit).delete(hashed(subject))

/** Who tries: `device` is the number of a device where this account was signed in before. */
export type Trier = { email: string; address: string; device: string | null }

/**
 * Takes a try before the password is looked at; false when it has to wait. Nobody is locked out: after ten tries one a
 * minute is left, so the right password gets in. What is tried elsewhere does not slow a device that is known.
 */
export async function takeSignInTry(trier: Trier): Promise<boolean> {
  const place = placeOf(trier)
  if (trier.device) return (await takeTry('own', place)) || takeTry('ownAfter', place)
  const [own, account, address] = await Promise.all([
    takeTry('own', place),
    takeTry('account', trier.email),
    takeTry('address', network(trier.address)),
  ])
  if (!address && !(await takeTry('addressAfter', network(trier.address)))) return false
  return (own && account) || takeTry('ownAfter', place)
}

/** The password was right: what was taken is given back. */
export async function giveSignInTryBack(trier: Trier): Promise<void> {
  await Promise.all([giveTriesBack('own', placeOf(trier)), giveTriesBack('ownAfter', placeOf(trier))])
  if (trier.device) return
  await Promise.all([
    limiterOf('account').reward(hashed(trier.email)),
    limiterOf('address').reward(hashed(network(trier.address))),
  ])
}

const placeOf = ({ email, address, device }: Trier) => `${email} ${device ?? network(address)}`

/** Neither an e-mail address nor an IP address is kept. */
const hashed = (subject: string) => createHash('sha256').update(subject).digest('base64url')

/** Who has one IPv6 address has the 2^64 beside it: they count as one. An IPv4 address counts alone, however written. */
export function network(address: string): string {
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
