import { redirect } from '@remix-run/node'
import { z } from 'zod'
import type { FormFields } from '#app/core/form-fields.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { type CorporationScope, type InHand, inScope } from '#app/core/scope.server.ts'
import type { SqlRunner } from '#app/core/sql.ts'
import { type Sealer, sealerFor } from '#app/corporations/sealer.server.ts'

const schema = z.object({ q: z.string().trim().max(200) })

/** A member, or a desk with a corporation in hand. */
type Seeker = (CorporationScope | InHand) & { accountId: string }

/** Only who typed it can open it. */
const place = ({ accountId }: Seeker) => ({ table: 'search', column: 'text', rowId: accountId })

/** A text as it may stand in an address: sealed, so that histories, logs and screenshots hold no name. Nothing typed is ''. */
export const soughtCode = (sealer: Sealer, actor: Seeker, text: string): string =>
  text === '' ? '' : Buffer.from(sealer.seal(place(actor), text)).toString('base64url')

/** The text behind the code in an address of a list; a code of somebody else, or none of ours, looks for nothing. */
export async function soughtText(tx: SqlRunner, actor: Seeker, code: string): Promise<string> {
  if (code === '') return ''
  const sealer = await sealerFor(tx, actor.corporationId)
  try {
    return sealer.open(place(actor), Buffer.from(code, 'base64url'))
  } catch {
    return ''
  }
}

/** Answers the search field of a list, `read` by whoever had to look first: back to the list as it was chosen, at its first page, with the text sealed in its address. */
export async function respondToSearch(request: Request, actor: Seeker, read?: FormFields): Promise<Response> {
  const form = parseForm(schema, read ?? (await readForm(request)))
  if (!form.ok) throw badRequest()
  const sealer = await inScope(actor, (tx) => sealerFor(tx, actor.corporationId))
  const { pathname, searchParams } = new URL(request.url)
  for (const name of ['search', 'page', 'refused']) searchParams.delete(name)
  const code = soughtCode(sealer, actor, form.value.q)
  if (code) searchParams.set('search', code)
  return redirect(searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname)
}
