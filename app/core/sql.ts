/** SQL as a value: can be compared in a test without a database. `$1` is the first of `values`; `name` as `keptReady` says. */
export type SqlQuery = { text: string; values: unknown[]; name?: string }

/** Whatever can run a query inside the present transaction. */
export type SqlRunner = { sql<Row = Record<string, unknown>>(query: SqlQuery): Promise<Row[]> }

/** A piece of a query that may be put inside another one. */
export class SqlPart implements SqlQuery {
  constructor(
    readonly parts: readonly string[],
    readonly values: unknown[],
  ) {}

  get text(): string {
    let text = this.parts[0] ?? ''
    for (let index = 1; index < this.parts.length; index += 1) text += `$${index}${this.parts[index]}`
    return text
  }
}

/**
 * Tagged template: every interpolated value becomes a parameter, except another `sql` piece, which is put in place.
 * Text can only come from the source code itself.
 */
export function sql(strings: TemplateStringsArray, ...inserted: unknown[]): SqlPart {
  const parts: string[] = []
  const values: unknown[] = []
  let last = strings[0] ?? ''
  for (let index = 0; index < inserted.length; index += 1) {
    const value = inserted[index]
    if (value instanceof SqlPart) {
      last += value.parts[0] ?? ''
      for (let at = 0; at < value.values.length; at += 1) {
        values.push(value.values[at])
        parts.push(last)
        last = value.parts[at + 1] ?? ''
      }
    } else {
      values.push(value)
      parts.push(last)
      last = ''
    }
    last += strings[index + 1] ?? ''
  }
  parts.push(last)
  return new SqlPart(parts, values)
}

/**
 * For what is asked over and over: read and planned once for each connection, and from then on filled in. One name has
 * one text. Only a bare connection keeps it; elsewhere it is asked as any other.
 */
export const keptReady = (name: string, { text, values }: SqlQuery): SqlQuery => ({ name, text, values })

/** Joins pieces with a fixed separator. */
export function joinSql(
  pieces: readonly SqlPart[],
  separator: ', ' | ' AND ' | ' OR ' | '\n' | ' UNION ' | ' UNION ALL ',
): SqlPart {
  const [first, ...rest] = pieces
  if (!first) return sql``
  return rest.reduce((whole, next) => sql`${whole}${rawSql(separator)}${next}`, first)
}

/** Text that stands in our own source: a column from a closed map, a keyword. Never anything a person typed. */
export const rawSql = (text: string): SqlPart => new SqlPart([text], [])

/** A closed list of codes of our own as SQL text, `('draft', 'closed')`: literal, so that a partial index still serves it. */
export function codeList(codes: readonly string[]): string {
  for (const code of codes) if (!/^[a-z][a-z0-9-]*$/.test(code)) throw new Error(`Not a code: ${code}`)
  return `(${codes.map((code) => `'${code}'`).join(', ')})`
}
