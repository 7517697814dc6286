import type pg from 'pg'
import type { Prisma } from '#prisma/generated/client.ts'
import { pool, prisma } from './db.server.ts'
import type { SqlQuery, SqlRunner } from './sql.ts'

/** In whose name the database is asked: no corporation in it, no rows out of it. */
export type Scope = { corporationIds: readonly number[]; accountId: string | null }

/** A scope of one corporation: where whatever is written belongs. */
export type CorporationScope = Scope & { corporationId: number }

/** In whose name jobs and commands work: the installation itself. */
export const systemScope = (corporationId: number): CorporationScope => ({
  corporationId,
  corporationIds: [corporationId],
  accountId: null,
})

/** A Prisma transaction that also runs SQL values. */
export type Tx = Prisma.TransactionClient & SqlRunner
/** A plain transaction for hot and bulk paths: COPY, claims, counts. */
export type SqlTx = SqlRunner & { client: pg.PoolClient }

const transactionLimits = { maxWait: 10_000, timeout: 30_000 }

/** The only way to the database: one transaction that sees the rows of the scope's corporations and no others. */
export function inScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prismaTransaction(scope, 'no', work)
}

/**
 * The same over a bare connection. `plansOnce` is for a named statement that is asked over and over: it keeps the plan
 * it has instead of looking for a better one each time.
 */
export function inScopeSql<T>(
  scope: Scope,
  work: (tx: SqlTx) => Promise<T>,
  options: { plansOnce?: boolean } = {},
): Promise<T> {
  return bareTransaction(scope, work, options.plansOnce ? keepPlan : '')
}

/**
 * One statement in a transaction of its own, sent together with its beginning and its end: one round trip, and its row
 * locks are held no longer than the statement itself. Whatever must be decided is decided before.
 */
export function inScopeAtOnce<Row extends pg.QueryResultRow>(scope: Scope, statement: pg.QueryConfig): Promise<Row[]> {
  return atOnce(beginning(scope, keepPlan), statement)
}

async function atOnce<Row extends pg.QueryResultRow>(begin: string, statement: pg.QueryConfig): Promise<Row[]> {
  const client: pg.PoolClient & { pipeline?: boolean } = await pool().connect()
  // Only for these three: COPY and cursors do not go down a pipeline.
  client.pipeline = true
  // What is written together leaves in one packet: each one costs both sides a system call and a wake-up.
  client.connection.stream.cork()
  const sent = [client.query(begin), client.query<Row>(statement), client.query('COMMIT')] as const
  client.connection.stream.uncork()
  const [begun, answered, ended] = await Promise.allSettled(sent)
  client.pipeline = false
  const failure = [begun, answered, ended].find(({ status }) => status === 'rejected')
  // A COMMIT after a failed statement rolls back by itself; a connection that broke goes away.
  client.release(ended.status === 'rejected')
  if (failure?.status === 'rejected') throw failure.reason
  return answered.status === 'fulfilled' ? answered.value.rows : []
}

/**
 * Before anybody is known: signing in, accepting an invitation, adding the first account. Sees accounts, sessions,
 * memberships, invitations and corporations; never a tenant.
 */
export function beforeSignIn<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return prismaTransaction(nobody, 'yes', work)
}

/** The same for one statement: see `inScopeAtOnce`. */
export function beforeSignInAtOnce<Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<Row[]> {
  return atOnce(beginning(nobody, keepPlan, 'yes'), statement)
}

const nobody: Scope = { corporationIds: [], accountId: null }

async function prismaTransaction<T>(
  scope: Scope,
  isBeforeSignIn: 'yes' | 'no',
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return prisma().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT set_config('app.corporations', ${corporationList(scope)}, true),
      set_config('app.account', ${scope.accountId ?? ''}, true), set_config('app.before_sign_in', ${isBeforeSignIn}, true)`
    return work(withSql(transaction))
  }, transactionLimits)
}

function withSql(transaction: Prisma.TransactionClient): Tx {
  const run = <Row>({ text, values }: SqlQuery) => transaction.$queryRawUnsafe<Row[]>(text, ...values)
  return new Proxy(transaction, { get: (target, name) => (name === 'sql' ? run : Reflect.get(target, name)) }) as Tx
}

async function bareTransaction<T>(scope: Scope, work: (tx: SqlTx) => Promise<T>, settings: string): Promise<T> {
  const client = await pool().connect()
  let broken: unknown
  try {
    await client.query(beginning(scope, settings))
    const result = await work({
      client,
      sql: async <Row>({ text, values }: SqlQuery) => (await client.query(text, values)).rows as Row[],
    })
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((failure) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken instanceof Error ? broken : undefined)
  }
}

const keepPlan = '; SET LOCAL plan_cache_mode = force_generic_plan'

/** One round trip; both values are checked to hold nothing but digits, commas and hex. */
const beginning = (scope: Scope, settings: string, isBeforeSignIn: 'yes' | 'no' = 'no') =>
  `BEGIN; SELECT set_config('app.corporations', '${corporationList(scope)}', true),
    set_config('app.account', '${accountText(scope)}', true), set_config('app.before_sign_in', '${isBeforeSignIn}', true)${settings}`

function corporationList({ corporationIds }: Scope) {
  if (!corporationIds.every((id) => Number.isInteger(id) && id > 0))
    throw new Error('A scope holds whole corporation numbers.')
  return corporationIds.join(',')
}

function accountText({ accountId }: Scope) {
  if (accountId !== null && !/^[0-9a-f-]{36}$/.test(accountId)) throw new Error('An account id is a UUID.')
  return accountId ?? ''
}
