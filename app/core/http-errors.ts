/** Answers that end a request. The body is a code; pages turn it into words. */
const refuse = (status: number, code: string) =>
  new Response(code, { status, headers: { 'Cache-Control': 'no-store' } })

export const badRequest = (code = 'bad-request') => refuse(400, code)
/** A body that is no form: JSON, plain text, a form with files where none belongs. */
export const unsupportedType = () => refuse(415, 'unsupported-type')
export const tooLarge = () => refuse(413, 'too-large')
/** Of what was done already, or otherwise. */
export const conflict = (code: string) => refuse(409, code)
/** A refusal of an address that has no page. `data` would lose the status for whoever asks without our script. */
export const refusal = <Answer extends object>(answer: Answer, status: number) =>
  Response.json(answer, { status, headers: { 'Cache-Control': 'no-store' } })
export const forbidden = () => refuse(403, 'forbidden')
/** Also for rows of another corporation: their existence is nobody's business. */
export const notFound = () => refuse(404, 'not-found')
/** For what a form on somebody's screen writes to, and is theirs to write to no more; of a row that never was, the same. */
export const gone = () => refuse(410, 'gone')
