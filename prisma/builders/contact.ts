import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { insertContact, type NewContact } from '#app/contacts/insert-contact.server.ts'
import { inScopeSql, systemDeskScope, systemScope } from '#app/core/scope.server.ts'
import type { LineKind } from '#app/lines/line.ts'
import { addLine } from '#app/lines/lines.server.ts'
import { uniqueName } from './unique.ts'

/** A line of a corporation, by which contacts come. */
export async function aLine(corporationId: number, kind: LineKind = 'urgent-repairs'): Promise<string> {
  const answer = await addLine(systemScope(corporationId), { name: uniqueName('lijn'), kind })
  if (!answer.ok) throw new Error(answer.reason)
  return answer.id
}

type Overrides = Partial<NewContact> & { corporationId: number; lineId: string; secondsAgo?: number }

/** Somebody who rang the line so many seconds ago and waits at the desk. */
export function aContact(
  { deskId }: Pick<DeskActor, 'deskId'>,
  { corporationId, secondsAgo = 0, ...contact }: Overrides,
): Promise<string> {
  const scope = { ...systemDeskScope(deskId), corporationIds: [corporationId], corporationId }
  const arrivedAt = new Date(Date.now() - secondsAgo * 1000)
  return inScopeSql(scope, (tx) => insertContact(tx, scope, { channel: 'phone', phone: null, arrivedAt, ...contact }))
}
