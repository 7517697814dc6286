import type { FormFields } from '#app/core/form-fields.ts'
import type { Script } from '../script.ts'

/** A section of a script while it is being written, with a name that stays its own when it moves. */
export type Block = { key: string; title: string; text: string }
export type Removed = { block: Block; index: number }

/** Named by their places on the first drawing, so that server and browser agree. */
export const blocksOf = (script: Script): Block[] =>
  script.map(({ title, text }, index) => ({ key: String(index), title, text }))

let added = 0
export const newBlock = (): Block => ({ key: `new-${++added}`, title: '', text: '' })

export function moved(blocks: readonly Block[], block: Block, to: number): Block[] {
  const rest = blocks.filter((each) => each !== block)
  return [...rest.slice(0, to), block, ...rest.slice(to)]
}

export const without = (blocks: readonly Block[], block: Block) => blocks.filter((each) => each !== block)

export const restored = (blocks: readonly Block[], { block, index }: Removed): Block[] => [
  ...blocks.slice(0, index),
  block,
  ...blocks.slice(index),
]

/** The sections as they were posted, in their order. */
export function readScript(form: FormFields): Script {
  const [titles, texts] = [form.getAll('title[]').map(String), form.getAll('text[]').map(String)]
  return titles.map((title, index) => ({ title, text: texts[index] ?? '' }))
}
