import { inScope, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import type { LineKind } from '#app/lines/line.ts'
import { addHours, addLine } from '#app/lines/lines.server.ts'
import { type PublicLine, publicLine, publishLine } from '#app/lines/public-line.server.ts'
import { formToken } from '#app/requests/form-token.server.ts'
import { action, loader } from '#app/requests/pages/public-line.tsx'
import { uniqueName } from '#prisma/builders/unique.ts'

export const everyDay = ['1', '2', '3', '4', '5', '6', '7']

type Kind = { kind?: LineKind; deskId: number | null; opens?: string; closes?: string }

/** A line with a page for everybody, which the desk answers day and night unless said otherwise. */
export async function aPublicLine(
  corporation: Corporation,
  { kind = 'general', deskId, opens = '08:00', closes = '08:00' }: Kind,
): Promise<PublicLine & { address: string }> {
  const scope = systemScope(corporation.id)
  const added = await addLine(scope, { name: uniqueName('lijn'), kind })
  if (!added.ok) throw new Error(added.reason)
  if (deskId !== null) await addHours(scope, added.id, { days: everyDay, opens, closes, deskId })
  await publishLine(scope, added.id, true)
  const line = await inScope(scope, (tx) => tx.line.findFirstOrThrow({ where: { id: added.id } }))
  const address = `${corporation.id}-${line.publicToken}`
  const found = await publicLine(address)
  if (!found) throw new Error('The line has no page.')
  return { ...found, address }
}

let networks = 0
/** Of nobody who sent anything before. */
export const aNetwork = () => `10.${(networks >> 16) & 255}.${(networks >> 8) & 255}.${networks++ & 255}`
let phones = 10_000_000
export const aPhone = () => `06${phones++}`

/** Filled in ten seconds ago by somebody with a number and a network of their own. */
export const aForm = (line: PublicLine, fields: Record<string, string> = {}) => ({
  token: formToken(line.scope, new Date(Date.now() - 10_000)),
  name: 'Mevrouw de Wit',
  phone: aPhone(),
  when: 'now',
  message: 'De kraan drupt.',
  ...fields,
})

type Fields = Record<string, string>
type Answer = { sent: string } | { errors: Fields; typed: Fields }

/** Sends a form to the page of a line: where it leads to, or what was refused. */
export async function send(line: { address: string }, fields: Fields, network = aNetwork()): Promise<Answer> {
  const body = new URLSearchParams(fields)
  const request = new Request(`http://localhost:3000/b/${line.address}`, { method: 'POST', body })
  const answer = await action({ request, params: { address: line.address }, context: { address: network } as never })
  if ('data' in answer) return answer.data as Answer
  if (answer.status !== 303) throw answer
  return { sent: answer.headers.get('Location') ?? '' }
}

/** The id of what was taken. */
export async function sentOf(line: { address: string }, fields: Fields, network?: string): Promise<string> {
  const answer = await send(line, fields, network)
  if (!('sent' in answer)) throw new Error(`Refused: ${JSON.stringify(answer.errors)}`)
  return new URL(answer.sent, 'http://x').searchParams.get('sent') ?? ''
}

/** The page as whoever opens it gets it. */
export const look = ({ address }: { address: string }, query = '') =>
  loader({ request: new Request(`http://x/b/${address}${query}`), params: { address }, context: {} as never })
