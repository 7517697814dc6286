import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { makePaper } from '../make-paper.server.ts'
import { findPaper } from '../read-papers.server.ts'
import { shownPdf } from '../shown-pdf.ts'

/** The paper of their own corporation, as it is now. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'paper:see')
  await makePaper(actor, new Date())
  const pdf = await findPaper(actor)
  if (!pdf) throw notFound()
  return shownPdf(pdf)
}
