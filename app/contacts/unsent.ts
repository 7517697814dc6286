/** A field in which somebody writes; also one of a form that is not on a page, so that it can be tried. */
type Writable = { type: string; value: string; defaultValue: string }
type Step = { dataset: Record<string, string | undefined>; elements: Iterable<unknown> }

const written = new Set(['text', 'tel', 'textarea'])

const isWritable = (element: unknown): element is Writable =>
  typeof element === 'object' &&
  element !== null &&
  'defaultValue' in element &&
  written.has((element as Writable).type)

/** Somebody types in the form of a step. */
export const markTyped = (step: Step) => {
  step.dataset.unsent = ''
}

/** What was typed is on its way. */
export const markSent = (step: Step) => {
  delete step.dataset.unsent
}

/** The field in which words stand that nobody sent yet; null when there is none. */
export function unsentIn<Form extends Step>(steps: Iterable<Form>): Writable | null {
  for (const { dataset, elements } of steps) {
    if (dataset.unsent === undefined) continue
    for (const element of elements)
      if (isWritable(element) && element.value.trim() !== '' && element.value !== element.defaultValue) return element
  }
  return null
}
