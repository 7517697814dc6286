export type ErrorShape = { type: string; code?: unknown; at: string[]; causes?: ErrorShape[] }

const placesKept = 12

/** What broke and where, for the log. Never the message: it may quote a person. */
export function errorShape(error: unknown): ErrorShape {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const { code } = error as { code?: unknown }
  const causes = error instanceof AggregateError ? error.errors.map(errorShape) : undefined
  return { type: error.name, code, at: placesOf(error), causes }
}

/** The stack without the message above it, of which a line may look like a place too. */
function placesOf({ stack = '', message }: Error): string[] {
  const places = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack
  return places
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, placesKept)
}
