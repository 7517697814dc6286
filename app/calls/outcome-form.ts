import { type FormErrors, type Parsed, parseInput } from '#app/core/forms.ts'
import { type OutcomeInput, outcomeSchema } from './schema.ts'

// What is promised stands in blocks that may be added and taken away: `followUp-0-kind`, `followUp-3-kind`.
const blockLists = { followUp: 'followUps', referral: 'referrals', gesture: 'gestures' } as const
type BlockKind = keyof typeof blockLists
type Blocks = Record<BlockKind, Map<string, Record<string, unknown>>>

/** Reads the form of a call; errors carry the names of the form's own fields. */
export function readOutcomeForm(form: FormData): Parsed<OutcomeInput> {
  const { plain, blocks } = unfold(form)
  for (const [kind, list] of Object.entries(blockLists))
    plain[list] = filledIn(blocks[kind as BlockKind]).map(([, block]) => block)
  const parsed = parseInput(outcomeSchema, plain)
  return parsed.ok ? parsed : { ok: false, errors: inFieldNames(form, parsed.errors) }
}

/** `followUps.1.promise` is the second block that was filled in, whatever its number in the form. */
export function inFieldNames(form: FormData, errors: FormErrors): FormErrors {
  const { blocks } = unfold(form)
  const named = Object.entries(errors).map(([path, message]) => {
    const [list, place, field] = path.split('.')
    const kind = (Object.keys(blockLists) as BlockKind[]).find((one) => blockLists[one] === list)
    if (!kind || place === undefined) return [path, message]
    const [number] = filledIn(blocks[kind])[Number(place)] ?? []
    return [`${kind}-${number}-${field}`, message]
  })
  return Object.fromEntries(named)
}

function unfold(form: FormData) {
  const plain: Record<string, unknown> = {}
  const blocks: Blocks = { followUp: new Map(), referral: new Map(), gesture: new Map() }
  for (const name of new Set(form.keys())) {
    const [, kind, number = '', field = ''] = /^(followUp|referral|gesture)-(\d{1,2})-(\w+)$/.exec(name) ?? []
    if (kind) putInBlock(blocks[kind as BlockKind], number, field, form.get(name))
    else if (name.endsWith('[]')) plain[name.slice(0, -2)] = form.getAll(name)
    else plain[name] = form.getAll(name).at(-1)
  }
  return { plain, blocks }
}

function putInBlock(blocks: Blocks[BlockKind], number: string, field: string, value: unknown) {
  blocks.set(number, { ...blocks.get(number), [field]: value })
}

/** Without script an empty block of each kind is always there. */
const filledIn = (blocks: Blocks[BlockKind]) =>
  [...blocks].filter(([, { kind, agencyId, promise, question, text }]) =>
    [kind, agencyId, promise, question, text].some(Boolean),
  )
