import { doorBytes } from './body-limits.ts'
import { ReadForm } from './form-fields.ts'
import { badRequest, tooLarge, unsupportedType } from './http-errors.ts'

/** More than the longest form of ours has: the hours of two thousand colleagues, with who of them is ticked. */
const mostFields = 5_000

const isUrlEncoded = (request: Request) =>
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get('Content-Type') ?? '')

/**
 * The form that was posted, read in one pass. Throws a response of 4xx when the body is no form, has more fields than
 * any form of ours, or breaks off. Only the server in front knows how long it may be: `app/core/body-limits.ts`.
 */
export async function readForm(request: Request): Promise<ReadForm> {
  if (!isUrlEncoded(request)) throw unsupportedType()
  const text = await request.text().catch(() => {
    throw badRequest()
  })
  if (hasMore(text, '&', mostFields - 1)) throw tooLarge()
  return new ReadForm(withoutNul(new URLSearchParams(text)))
}

/** The same at the door, however its address was written. */
export async function readDoorForm(request: Request): Promise<ReadForm> {
  if (Number(request.headers.get('Content-Length') ?? 0) > doorBytes) throw tooLarge()
  return readForm(request)
}

/** No keyboard has it, and PostgreSQL cannot hold it. */
function* withoutNul(pairs: Iterable<[string, string]>): Generator<[string, string]> {
  for (const [name, value] of pairs) yield [name.replaceAll('\0', ''), value.replaceAll('\0', '')]
}

function hasMore(text: string, sign: string, most: number): boolean {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0 && count <= most; at = text.indexOf(sign, at + 1)) count += 1
  return count > most
}
