import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'

/** What Remix hands to a loader or action, for a route called by itself. */
export const args = (request: Request, params: Record<string, string> = {}) =>
  ({ request, params, context: {} }) as unknown as LoaderFunctionArgs & ActionFunctionArgs

/** The value of a loader or action, whether it was given as it is or with a status. */
export function plainAnswer(answer: unknown): { status: number; value: unknown } {
  if (answer instanceof Response) return { status: answer.status, value: null }
  if (typeof answer === 'object' && answer !== null && 'type' in answer && answer.type === 'DataWithResponseInit') {
    const { data, init } = answer as unknown as { data: unknown; init: ResponseInit | null }
    return { status: init?.status ?? 200, value: data }
  }
  return { status: 200, value: answer }
}

/** The same of an address without a page, which refuses with a response of its own. */
export async function readAnswer(answer: unknown): Promise<{ status: number; value: unknown }> {
  const isJson = answer instanceof Response && answer.headers.get('Content-Type')?.includes('json')
  return isJson ? { status: answer.status, value: await answer.json() } : plainAnswer(answer)
}
