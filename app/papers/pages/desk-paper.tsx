import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorizeDesk, inHand } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { findPaper } from '../read-papers.server.ts'
import { shownPdf } from '../shown-pdf.ts'

/** The paper of one corporation that the desk answers for. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:see')
  const pdf = await findPaper(inHand(actor, Number(params.corporationId)))
  if (!pdf) throw notFound()
  return shownPdf(pdf)
}
