import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { type RunningRondbel, secondsUntil } from './running-rondbel.ts'

/** Lists and files that there are, and the files that no list stands for; the server may need a moment to hear who is gone. */
export async function leftOver({ dir }: RunningRondbel, owner: pg.Client) {
  const look = async () => {
    const { rows } = await owner.query<{ id: string }>('SELECT id::text AS id FROM tenant_import')
    const names = (await readdir(join(dir, 'uploads'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
    return {
      lists: rows.length,
      files: names.length,
      strays: names.filter((name) => !rows.some(({ id }) => id === name)),
    }
  }
  await secondsUntil('halves are taken away', async () => (await look()).strays.length === 0, 20_000).catch(() => 0)
  return look()
}
