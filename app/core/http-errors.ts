/** Answers that end a request. The body is a code; pages turn it into words. */
const refuse = (status: number, code: string) =>
  new Response(code, { status, headers: { 'Cache-Control': 'no-store' } })

export const badRequest = (code = 'bad-request') => refuse(400, code)
export const forbidden = () => refuse(403, 'forbidden')
/** Also for rows of another corporation: their existence is nobody's business. */
export const notFound = () => refuse(404, 'not-found')
