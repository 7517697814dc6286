import { z } from 'zod'
import { refused, usage } from './cli-answer.ts'
import { systemScope } from './core/scope.server.ts'
import { findCorporation } from './corporations/corporations.server.ts'
import { contractOf } from './desks/contract-form.ts'
import { addDesk, deskSchema, endContract, findDesk, letDeskServe } from './desks/desks.server.ts'

export async function addDeskFromCommand(options: { slug: string; name: string; timeZone?: string }) {
  const answer = await addDesk(usage(deskSchema, options))
  return answer.ok ? answer.desk : refused(answer.reason)
}

const serving = z.object({ from: z.iso.date().optional(), until: z.iso.date().optional() })
type Serving = { desk: string; corporation: string; from?: string; until?: string; end?: boolean }

/** Days are those of the corporation: from the beginning of `from`, else from now, to the end of `until`. */
export async function serveFromCommand({ desk: slug, corporation: of, end, ...days }: Serving) {
  const { from, until } = usage(serving, days)
  const desk = (await findDesk(slug)) ?? refused('no-such-desk', { desk: slug })
  const corporation = (await findCorporation(of)) ?? refused('no-such-corporation', { corporation: of })
  const scope = systemScope(corporation.id)
  if (end) return (await endContract(scope, desk.id)) ? { ended: true } : refused('does-not-serve')
  const contract = contractOf(corporation.timeZone, { from: from ?? '', until: until ?? '' }, new Date())
  if (contract.until && contract.until <= contract.from) return refused('until-before-from')
  const answer = await letDeskServe(scope, desk.id, contract)
  return answer.ok ? { desk: desk.slug, corporation: corporation.slug, ...contract } : refused(answer.reason)
}
