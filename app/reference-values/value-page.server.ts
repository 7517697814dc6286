import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { yearsAfter } from '#app/time/clock.ts'
import { type NationalValue, nationalValues } from './national-values.ts'
import { readOwn, readValues, type ShownValues, valueText } from './read-values.server.ts'
import { type ValueKey, valueKeys } from './value-keys.ts'

type Source = Pick<NationalValue, 'source' | 'lookedUpOn'> & { isOld: boolean }
/** `text` null: nothing of its own. */
type Dated = { id: string; fromOn: string; text: string | null }

/** What holds for a key today; `source` where a national number was looked up. */
type Now = {
  key: ValueKey
  value: string | null
  text: string | null
  fromOn: string | null
  from: Held['source'] | null
  source: Source | null
}
type Held = NonNullable<ReturnType<ShownValues['get']>>

/** All keys with what holds today, a date of the corporation's zone, and what is planned. */
export function listValues(scope: CorporationScope, today: string) {
  return inScope(scope, async (tx) => {
    const [values, own] = [await readValues(tx, scope, today), await readOwn(tx, scope)]
    return valueKeys.map((key) => ({
      ...nowOf(key, values, today),
      planned: own
        .filter((row) => row.key === key && row.fromOn > today)
        .map(({ id, fromOn, value }): Dated => ({ id, fromOn, text: textOf(key, value) }))
        .sort((a, b) => a.fromOn.localeCompare(b.fromOn)),
    }))
  })
}

/** One of them, with who set what before. */
export function readValue(scope: CorporationScope, key: ValueKey, today: string) {
  return inScope(scope, async (tx) => {
    const now = nowOf(key, await readValues(tx, scope, today), today)
    const rows = await readHistory(tx, scope, key)
    return {
      now,
      planned: rows.filter(({ fromOn }) => fromOn > today).toReversed(),
      past: rows.filter(({ fromOn }) => fromOn <= today),
    }
  })
}

export type ValuePage = Awaited<ReturnType<typeof readValue>>

const textOf = (key: ValueKey, value: string | null) => (value === null ? null : valueText(key, value))

function nowOf(key: ValueKey, values: ShownValues, today: string): Now {
  const held = values.get(key)
  if (!held) return { key, value: null, text: null, fromOn: null, from: null, source: null }
  const { value, text, fromOn, source: from } = held
  return { key, value, text, fromOn, from, source: from === 'national' ? lookedUp(key, fromOn, today) : null }
}

/** What was looked up more than a year ago may be another number by now. */
function lookedUp(key: ValueKey, fromOn: string | null, today: string): Source | null {
  const found = nationalValues.find((one) => one.key === key && one.fromOn === fromOn)
  if (!found) return null
  const { source, lookedUpOn } = found
  return { source, lookedUpOn, isOld: today > yearsAfter(lookedUpOn, 1) }
}

/** Newest first. `by` is nobody when it was the command line. */
async function readHistory(tx: Tx, { corporationId }: CorporationScope, key: ValueKey) {
  const rows = await tx.sql<{ id: string; fromOn: string; value: string | null; setAt: Date; by: string | null }>(sql`
    SELECT v.id, v.from_on::text AS "fromOn", v.value, v.set_at AS "setAt", a.name AS by
    FROM reference_value v LEFT JOIN account a ON a.id = v.set_by
    WHERE v.corporation_id = ${corporationId}::int AND v.key = ${key} ORDER BY v.from_on DESC, v.id DESC`)
  return rows.map(({ value, ...row }) => ({ ...row, text: textOf(key, value) }))
}
