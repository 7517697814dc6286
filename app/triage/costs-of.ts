import { placeholdersIn } from '#app/reference-values/fill-values.ts'
import { isValueKey, valueTypeOf } from '#app/reference-values/value-keys.ts'
import type { End } from './protocol.ts'
import type { Entry } from './run.ts'

type Costs = Extract<Entry, { kind: 'costs-agreed' }>

/** What they said of the costs of this end; of another verdict it counts when they were told the same amounts. */
export function costsOf(entries: readonly Entry[], { say, safety }: Pick<End, 'say' | 'safety'>): Costs | undefined {
  const at = entries.findLastIndex(({ kind }) => kind === 'costs-agreed')
  const costs = entries[at] as Costs | undefined
  if (!costs || !entries.slice(at).some(({ kind }) => kind === 'verdict')) return costs
  const amounts = [say, ...safety]
    .flatMap(placeholdersIn)
    .filter((key) => isValueKey(key) && valueTypeOf(key) === 'amount')
  const wereTold = amounts.length > 0 && amounts.every((key) => Object.hasOwn(costs.details.amounts, key))
  return wereTold ? costs : undefined
}
