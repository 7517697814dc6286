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

const isTyped = (element: unknown): element is Writable =>
  isWritable(element) && element.value.trim() !== '' && element.value !== element.defaultValue

const typedIn = ({ dataset, elements }: Step): Writable[] =>
  dataset.unsent === undefined ? [] : [...elements].filter(isTyped)

/** The field in which words stand that nobody sent yet; null when there is none. */
export function unsentIn<Form extends Step>(steps: Iterable<Form>): Writable | null {
  for (const step of steps) {
    const [first] = typedIn(step)
    if (first) return first
  }
  return null
}

/** The notes with what was typed in a step and not sent below them; null when nothing was, or it stands there already. */
export function notesWith(notes: string, step: Step): string | null {
  const words = typedIn(step)
    .map(({ value }) => value.trim())
    .filter((value) => !notes.includes(value))
  return words.length === 0 ? null : [notes.trimEnd(), ...words].filter((line) => line !== '').join('\n')
}
