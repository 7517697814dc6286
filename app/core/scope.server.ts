import type pg from 'pg'
import type { Prisma } from '#prisma/generated/client.ts'
import { deskRole, guestRole, pool, prisma } from './db.server.ts'
import type { SqlQuery, SqlRunner } from './sql.ts'

/** In the name of a corporation: of a member, or of the installation itself, which is nobody. */
export type CorporationScope = { as: 'member'; corporationId: number; accountId: string | null }

/**
 * In the name of a desk and all the corporations it serves now. What belongs to a desk is read under a database role of
 * its own: of the people of a corporation nothing is there until that corporation is in hand.
 */
export type DeskScope = { as: 'desk'; deskId: number; corporationIds: readonly number[]; accountId: string | null }

/** A desk with one of its corporations before it, and no other: see `inHand` of accounts. */
export type InHand = DeskScope & { corporationId: number }

/** Whoever opened a link and is nobody else. `subject` is the uuid in it: under a role of its own they see what hangs on that. */
export type GuestScope = { as: 'guest'; corporationId: number; subject: string }

/** In whose name the database is asked: no corporation in it, no rows out of it. */
export type Scope = CorporationScope | DeskScope | GuestScope

/** Where whatever is written belongs, and who writes it. */
export type Place = { corporationId: number; accountId: string | null }

/** In whose name jobs and commands work: the installation itself. */
export const systemScope = (corporationId: number): CorporationScope => ({
  as: 'member',
  corporationId,
  accountId: null,
})

/** The same for what is a desk's own and no corporation's. */
export const systemDeskScope = (deskId: number): DeskScope => ({
  as: 'desk',
  deskId,
  corporationIds: [],
  accountId: null,
})

/** A Prisma transaction that also runs SQL values. */
export type Tx = Prisma.TransactionClient & SqlRunner
/** A plain transaction for hot and bulk paths: COPY, claims, counts. */
export type SqlTx = SqlRunner & { client: pg.PoolClient }

const transactionLimits = { maxWait: 10_000, timeout: 30_000 }

/** The only way to the database: one transaction that sees the rows of the scope's corporations and no others. */
export function inScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prismaTransaction(settingsOf(scope), work)
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
  return bareTransaction(beginning(settingsOf(scope), options.plansOnce ? keepPlan : ''), work)
}

/**
 * One statement in a transaction of its own, sent together with its beginning and its end: one round trip, and its row
 * locks are held no longer than the statement itself. Whatever must be decided is decided before.
 */
export function inScopeAtOnce<Row extends pg.QueryResultRow>(scope: Scope, statement: pg.QueryConfig): Promise<Row[]> {
  return atOnce<Row>(beginning(settingsOf(scope), keepPlan), statement)
}

/**
 * Each statement at once, in a transaction of its own: for reading what somebody waits for, where none needs to see what
 * another one saw. Two may be asked side by side.
 */
export const eachAtOnce = (scope: Scope): SqlRunner => ({
  sql: <Row>(query: SqlQuery) => inScopeAtOnce<Row & pg.QueryResultRow>(scope, query),
})

/** One statement before anybody is known. */
export function beforeSignInAtOnce<Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<Row[]> {
  return atOnce<Row>(beginning(ofNobody, keepPlan), statement)
}

async function atOnce<Row extends pg.QueryResultRow>(begin: string, statement: pg.QueryConfig): Promise<Row[]> {
  const client = await pool().connect()
  const answers = await together(client, [begin, statement, 'COMMIT'])
  // A COMMIT after a failed statement rolls back by itself; a connection that broke goes away.
  client.release(answers.at(-1)?.status === 'rejected')
  return rowsOf<Row>(answers, 1)
}

/** In one packet: each one costs both sides a system call and a wake-up. Each is answered, whatever became of those before. */
function together(client: pg.PoolClient, queries: (string | pg.QueryConfig)[]) {
  const pipelined: { pipeline?: boolean } = client
  // Only for these: COPY and cursors do not go down a pipeline.
  pipelined.pipeline = true
  client.connection.stream.cork()
  const sent = queries.map((query) => client.query<pg.QueryResultRow>(query))
  client.connection.stream.uncork()
  return Promise.allSettled(sent).finally(() => {
    pipelined.pipeline = false
  })
}

type Answers = PromiseSettledResult<pg.QueryResult>[]

/** Of one of them, when none failed. */
function rowsOf<Row>(answers: Answers, at: number): Row[] {
  const failure = answers.find(({ status }) => status === 'rejected')
  if (failure?.status === 'rejected') throw failure.reason
  const answered = answers[at]
  return answered?.status === 'fulfilled' ? (answered.value.rows as Row[]) : []
}

/**
 * Before anybody is known: signing in, accepting an invitation, adding the first account. Sees accounts, sessions,
 * memberships, invitations and corporations; never a tenant.
 */
export function beforeSignIn<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return prismaTransaction(ofNobody, work)
}

async function prismaTransaction<T>(settings: Settings, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (transaction) => {
    await transaction.$executeRawUnsafe(settingsStatement(settings))
    return work(withSql(transaction))
  }, transactionLimits)
}

function withSql(transaction: Prisma.TransactionClient): Tx {
  const run = <Row>({ text, values }: SqlQuery) => transaction.$queryRawUnsafe<Row[]>(text, ...values)
  return new Proxy(transaction, { get: (target, name) => (name === 'sql' ? run : Reflect.get(target, name)) }) as Tx
}

async function bareTransaction<T>(begin: string, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  const client = await pool().connect()
  const transaction = new BareTransaction(client, begin)
  let broken: unknown
  try {
    const result = await work(transaction)
    await transaction.end('COMMIT')
    return result
  } catch (error) {
    await transaction.end('ROLLBACK').catch((failure) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken instanceof Error ? broken : undefined)
  }
}

/** Begins together with the first thing that is asked of it. */
class BareTransaction implements SqlTx {
  #begun: Promise<unknown> | null = null
  readonly #client: pg.PoolClient
  readonly #begin: string

  constructor(client: pg.PoolClient, begin: string) {
    this.#client = client
    this.#begin = begin
  }

  /** For what goes down no pipeline: whatever is asked of it waits for the beginning, and fails when that failed. */
  get client() {
    if (!this.#begun) {
      this.#begun = this.#client.query(this.#begin)
      this.#begun.catch(() => {})
    }
    return this.#client
  }

  sql = async <Row>({ name, text, values }: SqlQuery): Promise<Row[]> => {
    const statement = { name, text, values }
    if (!this.#begun) {
      const both = together(this.#client, [this.#begin, statement])
      this.#begun = both
      return rowsOf<Row>(await both, 1)
    }
    await this.#begun
    return (await this.#client.query(statement)).rows as Row[]
  }

  async end(how: 'COMMIT' | 'ROLLBACK') {
    if (this.#begun) await this.#client.query(how)
  }
}

// A kept plan guesses how many rows there are: on a guess it calls no second process, which takes longer than its answer.
const keepPlan = '; SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL max_parallel_workers_per_gather = 0'

/** What a transaction is told of itself; every value holds nothing but digits, commas and hex. */
type Settings = { corporations: string; account: string; beforeSignIn: 'yes' | 'no' } & Apart
/** Of whoever works under a role of their own. */
type Apart = { role?: typeof deskRole | typeof guestRole; desk?: string; subject?: string }

const ofNobody: Settings = { corporations: '', account: '', beforeSignIn: 'yes' }

function settingsOf(scope: Scope): Settings {
  const settings = { corporations: numbers(corporationsOf(scope)), beforeSignIn: 'no' } as const
  if (scope.as === 'guest') return { ...settings, account: '', role: guestRole, subject: uuidText(scope.subject) }
  const account = scope.accountId === null ? '' : uuidText(scope.accountId)
  if (scope.as === 'desk') return { ...settings, account, role: deskRole, desk: numbers([scope.deskId]) }
  return { ...settings, account }
}

/** The one in hand, when there is one: others do not exist then. */
function corporationsOf(scope: Scope | InHand): readonly number[] {
  if ('corporationId' in scope) return [scope.corporationId]
  return scope.corporationIds
}

/** One round trip, whoever asks. The role goes back by itself when the transaction ends. SET: half the time of a SELECT. */
const beginning = (settings: Settings, more: string) =>
  `BEGIN; ${told(settings)
    .map(([name, value]) => `SET LOCAL ${name} = '${value}'`)
    .join('; ')}${more}`

/** The same where only one statement at once is taken. */
const settingsStatement = (settings: Settings) =>
  `SELECT ${told(settings)
    .map(([name, value]) => `set_config('${name}', '${value}', true)`)
    .join(', ')}`

function told({ corporations, account, beforeSignIn, role, desk = '', subject = '' }: Settings): [string, string][] {
  const own: [string, string][] = [
    ['app.corporations', corporations],
    ['app.account', account],
    ['app.before_sign_in', beforeSignIn],
    ['app.desk', desk],
    ['app.subject', subject],
  ]
  return role ? [...own, ['role', role]] : own
}

function numbers(ids: readonly number[]) {
  if (!ids.every((id) => Number.isInteger(id) && id > 0))
    throw new Error('A scope holds whole numbers of corporations.')
  return ids.join(',')
}

function uuidText(id: string) {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('An id of a scope is a UUID.')
  return id
}
