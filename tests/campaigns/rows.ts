import { asSuperuser } from '../support/database.ts'

export type TargetRow = {
  state: string
  assigned_to: string | null
  appointment_with: string | null
  next_at: Date | null
  attempt_count: number
  last_outcome: string | null
  claimed_by: string | null
  lease_until: Date | null
  fence: number
  finished_at: Date | null
  withdrawn_reason: string | null
}

export async function targetRow(targetId: string): Promise<TargetRow> {
  const [row] = await asSuperuser<TargetRow>('SELECT * FROM target WHERE id = $1', [targetId])
  return row as TargetRow
}

export const countOf = async (table: string, where = 'true') =>
  (await asSuperuser<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`))[0]?.n
