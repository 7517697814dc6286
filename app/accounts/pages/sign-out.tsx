import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { leaveDesk } from '#app/contacts/leave-desk.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { currentPerson, publicRoute } from '../authorize.server.ts'
import { endedCookie, endSession, tokenOf } from '../sessions.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  publicRoute('ends whatever session the browser has')
  const actor = await currentPerson(request)
  // Nobody waits for somebody who went home.
  if (actor?.as === 'desk') await leaveDesk(actor)
  await endSession(tokenOf(request) ?? '', new Date())
  if (actor) {
    const signedOut = { action: 'account:signed-out', subject: 'account', subjectId: actor.accountId } as const
    await inScope(actor, (tx) => recordAudit(tx, actor, signedOut))
  }
  return redirect('/sign-in', { headers: { 'Set-Cookie': endedCookie, 'Clear-Site-Data': '"cache", "storage"' } })
}

export function loader() {
  publicRoute('an address typed by hand')
  return redirect('/')
}
