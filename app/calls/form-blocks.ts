import { type FormFields, ReadForm } from '#app/core/form-fields.ts'
import type { FormErrors } from '#app/core/forms.ts'

/**
 * What is promised stands in blocks that may be added and taken away: `followUp-0-kind`, `followUp-3-kind`. What is
 * read from them is a list of the blocks with something in them; an error of that list is shown at its block.
 */
const listOf = { followUp: 'followUps', referral: 'referrals', gesture: 'gestures' } as const

export type BlockFamily = keyof typeof listOf
type Block = { family: BlockFamily; number: number; fields: Record<string, FormDataEntryValue | null> }

export const blockFamilies = Object.keys(listOf) as BlockFamily[]

/** From here on the blocks stand there for browsers without script, whether something was promised or not. */
export const firstScriptless = 90
const written = ['promise', 'dueOn', 'question', 'agencyId', 'text']

const blockName = new RegExp(`^(${blockFamilies.join('|')})-(\\d{1,2})-(\\w+)$`)

type BlockField = { family: BlockFamily; number: number; field: string }

export function blockFieldOf(name: string): BlockField | null {
  const [, family, number, field = ''] = blockName.exec(name) ?? []
  return family ? { family: family as BlockFamily, number: Number(number), field } : null
}

/** The numbers of the blocks of a family, in order: `followUp-0-kind`, `followUp-3-kind` give 0 and 3. */
export function blockNumbers(names: string[], family: BlockFamily): number[] {
  const numbers = names.map(blockFieldOf).flatMap((field) => (field?.family === family ? field.number : []))
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** The blocks that were used, as the lists of what is read from the form. */
export function blockListsIn(form: FormFields): Record<string, Block['fields'][]> {
  const used = usedBlocks(form)
  return Object.fromEntries(
    blockFamilies.map((family) => [
      listOf[family],
      used.filter((block) => block.family === family).map(({ fields }) => fields),
    ]),
  )
}

/** `followUps.1.promise` is the second block that was used, whatever its number in the form: `followUp-3-promise`. */
export function errorsByField(errors: FormErrors, form: FormFields): FormErrors {
  const used = usedBlocks(form)
  const named = Object.entries(errors).map(([path, message]) => {
    const [list, index, field] = path.split('.')
    const family = blockFamilies.find((one) => listOf[one] === list)
    if (!family || index === undefined) return [path, message]
    const block = used.filter((one) => one.family === family)[Number(index)]
    return [block ? `${family}-${block.number}-${field ?? ''}` : path, message]
  })
  return Object.fromEntries(named)
}

/** The form without the blocks that a browser without script showed and nobody used. */
export function withoutUnusedBlocks(form: ReadForm): ReadForm {
  const used = new Set(usedBlocks(form).map(({ family, number }) => `${family}-${number}`))
  const isLeft = ([name]: [string, string]) => {
    const field = blockFieldOf(name)
    return !field || field.number < firstScriptless || used.has(`${field.family}-${field.number}`)
  }
  return new ReadForm([...form].filter(isLeft))
}

function usedBlocks(form: FormFields): Block[] {
  const blocks = new Map<string, Block>()
  for (const name of form.keys()) {
    const found = blockFieldOf(name)
    if (!found) continue
    const { family, number, field } = found
    const block = blocks.get(`${family}-${number}`) ?? { family, number, fields: Object.create(null) }
    block.fields[field] = form.get(name)
    blocks.set(`${family}-${number}`, block)
  }
  return [...blocks.values()].filter(isUsed)
}

/** A block that somebody asked for has its kind; one for browsers without script has it whether it is used or not. */
function isUsed({ number, fields }: Block): boolean {
  const telling = number < firstScriptless ? ['kind', ...written] : written
  return telling.some((field) => String(fields[field] ?? '').trim() !== '')
}
