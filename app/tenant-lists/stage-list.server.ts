import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { collectGarbage } from '#app/core/collect-garbage.server.ts'
import type { SqlTx } from '#app/core/scope.server.ts'
import { rawSql, sql } from '#app/core/sql.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import { readTenantList } from '#imports/read-list.ts'
import { copyText, stagedColumns } from './copy-rows.ts'

export type ListFile = {
  path: string
  mapping: Mapping
  /** yyyy-mm-dd: the day the list was made, which bounds the dates of people's lives. */
  listedOn: string
}

type Watching = { signal: AbortSignal; onProgress: (rows: number, bytes: number) => void }

/**
 * Streams a list into the temporary table `listed_row` of this transaction, parsing while PostgreSQL takes in what was
 * parsed. Gives the number of rows. Throws `RefusedFile` when the file cannot be read as its mapping says.
 */
export async function stageList(tx: SqlTx, { path, mapping, listedOn }: ListFile, watching: Watching): Promise<number> {
  await tx.sql(sql`CREATE TEMP TABLE listed_row (${rawSql(definitions)}) ON COMMIT DROP`)
  let rows = 0
  async function* chunks() {
    for await (const { results, bytesRead } of readTenantList(path, mapping, {
      today: listedOn,
      signal: watching.signal,
    })) {
      const before = rows
      rows += results.length
      yield copyText(results)
      watching.onProgress(rows, bytesRead)
      if (Math.floor(rows / rowsToForget) > Math.floor(before / rowsToForget)) collectGarbage()
    }
  }
  // COPY into a table with row-level security is refused, so the rows pass through a temporary one.
  const copy = tx.client.query(
    copyFrom(`COPY listed_row FROM STDIN WITH (FORMAT text, NULL '', ENCODING 'UTF8')`, { highWaterMark }),
  )
  await pipeline(Readable.from(chunks(), { highWaterMark: 2 }), copy, { signal: watching.signal })
  await tx.sql(sql`ANALYZE listed_row (row_number, number, home_number)`)
  return rows
}

/** Some 40 MB of them. */
const rowsToForget = 50_000
const highWaterMark = 1024 * 1024
const definitions = Object.entries(stagedColumns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')
