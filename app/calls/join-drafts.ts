import type { DraftFields } from '#app/claims/draft-fields.ts'
import { blockFamilies, blockFieldOf, blockNumbers } from './form-blocks.ts'
import { isFreeText } from './free-texts.ts'

/**
 * Two texts about the same, one after the other: nothing that was typed in either is missing. Where something was chosen
 * in both, what is chosen in `own` holds.
 */
export function joinDrafts(own: DraftFields, other: DraftFields): DraftFields {
  const joined: DraftFields = { ...own }
  for (const [name, values] of Object.entries(withOwnNumbers(own, other))) {
    const ours = joined[name]
    if (!ours || ours.join('') === '') joined[name] = values
    else if (name.endsWith('[]')) joined[name] = [...new Set([...ours, ...values])]
    else if (isFreeText(name)) joined[name] = [oneAfterOther(name, ours.join(' '), values.join(' '))]
  }
  return joined
}

function oneAfterOther(name: string, own: string, other: string): string {
  if (own.includes(other)) return own
  if (other.includes(own)) return other
  return name === 'notes' ? `${own}\n\n${other}` : `${own} / ${other}`
}

/** A promise that is not in both is a block of its own. */
function withOwnNumbers(own: DraftFields, other: DraftFields): DraftFields {
  const [ownNames, names] = [Object.keys(own), Object.keys(other)]
  const renamed = new Map<string, string>()
  for (const family of blockFamilies) {
    const ownNumbers = blockNumbers(ownNames, family)
    const numbers = blockNumbers(names, family)
    const taken = new Set([...ownNumbers, ...numbers])
    for (const number of numbers) {
      if (!ownNumbers.includes(number) || isSameBlock(own, other, `${family}-${number}-`)) continue
      const free = Array.from({ length: taken.size + 1 }, (_, one) => one).find((one) => !taken.has(one)) ?? number
      taken.add(free)
      renamed.set(`${family}-${number}`, `${family}-${free}`)
    }
  }
  return Object.fromEntries(Object.entries(other).map(([name, values]) => [renamedTo(renamed, name), values]))
}

function renamedTo(renamed: Map<string, string>, name: string): string {
  const block = blockFieldOf(name)
  const to = block && renamed.get(`${block.family}-${block.number}`)
  return to ? `${to}-${block.field}` : name
}

function isSameBlock(own: DraftFields, other: DraftFields, start: string): boolean {
  const textOf = (fields: DraftFields) =>
    JSON.stringify(
      Object.entries(fields)
        .filter(([name]) => name.startsWith(start))
        .sort(([one], [two]) => (one < two ? -1 : 1)),
    )
  return textOf(own) === textOf(other)
}
