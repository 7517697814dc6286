import type { SqlQuery, SqlRunner } from '#app/core/sql.ts'

/** Asks how each statement would be answered instead of answering it. */
export const planInto = (tx: SqlRunner, plan: string[]): SqlRunner => ({
  sql: async <Row>({ text, values }: SqlQuery): Promise<Row[]> => {
    const lines = await tx.sql<Record<string, string>>({ text: `EXPLAIN ${text}`, values })
    plan.push(...lines.flatMap((line) => Object.values(line)))
    return []
  },
})
