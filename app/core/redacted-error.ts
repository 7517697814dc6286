export type RedactedError = { type: string; code?: unknown; at: string[]; causes?: RedactedError[] }

const stackLinesKept = 12

/** What broke and where, for the log. Never the message: it may quote a person. */
export function redactedError(error: unknown): RedactedError {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const { code } = error as { code?: unknown }
  const causes = error instanceof AggregateError ? error.errors.map(redactedError) : undefined
  return { type: error.name, code, at: stackLines(error), causes }
}

/** The stack without the message above it, of which a line may look like a place too. */
function stackLines({ stack = '', message }: Error): string[] {
  const lines = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, stackLinesKept)
}
