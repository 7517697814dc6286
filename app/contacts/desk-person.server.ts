import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { canAtDesk } from '#app/accounts/desk-permissions.ts'
import { ownPresence } from './leave-desk.server.ts'

/** Who works at the desk, as each of its pages begins with. */
export async function readDeskPerson(actor: DeskActor) {
  const { state } = await ownPresence(actor)
  return {
    accountId: actor.accountId,
    mayWork: canAtDesk(actor, 'contact:work'),
    maySupervise: canAtDesk(actor, 'contact:supervise'),
    said: state,
    now: new Date().toISOString(),
  }
}
