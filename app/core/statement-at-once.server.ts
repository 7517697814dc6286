import pg from 'pg'

/** What `pg` lends to whoever sends a question by themselves, as its cursors do. */
type Connection = pg.Connection & {
  parse(statement: { name: string; text: string }): void
  bind(values: { statement: string; values: string[] }): void
  execute(portal: Record<never, never>): void
}
type Message = Record<string, unknown>
type Handlers = Record<
  'handleRowDescription' | 'handleDataRow' | 'handleCommandComplete' | 'handleError' | 'handleReadyForQuery',
  (message: unknown, connection?: Connection) => void
>

/** Connections that have the settings as a prepared statement. */
const prepared = new WeakSet<Connection>()

/**
 * A statement behind the settings it works under, both prepared, with one Sync behind them: PostgreSQL takes what lies
 * between two of those as one transaction. So the settings, local to it, hold for this statement and for nothing after
 * it, and there is no BEGIN and no COMMIT to send, parse and answer.
 */
export class StatementAtOnce implements pg.Submittable {
  private readonly settings: pg.QueryConfig<string[]> & { name: string }
  private readonly query: pg.Query & Handlers
  private areSet = false

  constructor(
    settings: pg.QueryConfig<string[]> & { name: string },
    statement: pg.QueryConfig,
    done: (error: Error | undefined, result: pg.QueryResult) => void,
  ) {
    this.settings = settings
    const config = { ...statement, queryMode: 'extended' }
    this.query = new pg.Query(config, done) as pg.Query & Handlers
  }

  submit = (connection: pg.Connection) => {
    // One packet: each one costs both sides a system call and a wake-up.
    connection.stream.cork()
    this.set(connection as Connection)
    const refused = this.query.submit(connection)
    connection.stream.uncork()
    return refused
  }

  private set(connection: Connection) {
    const { name, text, values = [] } = this.settings
    if (!prepared.has(connection)) connection.parse({ name, text })
    prepared.add(connection)
    connection.bind({ statement: name, values })
    connection.execute({})
  }

  // The settings answer first: a row that nobody waits for, and that they are done.
  handleDataRow(message: Message) {
    if (this.areSet) this.query.handleDataRow(message)
  }
  handleCommandComplete(message: Message, connection: Connection) {
    if (this.areSet) this.query.handleCommandComplete(message, connection)
    this.areSet = true
  }
  handleRowDescription(message: Message) {
    this.query.handleRowDescription(message)
  }
  handleError(error: Error, connection: Connection) {
    this.query.handleError(error, connection)
  }
  handleReadyForQuery(connection: Connection) {
    this.query.handleReadyForQuery(connection)
  }
}
