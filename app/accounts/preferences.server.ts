import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publishSessionsChanged } from '#app/core/live.server.ts'
import { beforeSignIn, inScope } from '#app/core/scope.server.ts'
import type { Language } from '#app/ui/language.tsx'
import type { Actor } from './authorize.server.ts'
import { hashToken } from './sessions.server.ts'

export function chooseLanguage(actor: Actor, language: Language) {
  return inScope(actor, async (tx) => {
    await tx.account.update({ where: { id: actor.accountId }, data: { language } })
    await recordAudit(tx, actor, {
      action: 'account:language-chosen',
      subject: 'account',
      subjectId: actor.accountId,
      details: { language },
    })
  })
}

/** From now on this session works for another corporation; false when the account is no member there. */
export async function chooseCorporation(actor: Actor, token: string, corporationId: number): Promise<boolean> {
  const isMember = await beforeSignIn(async (tx) => {
    const count = await tx.membership.count({ where: { accountId: actor.accountId, corporationId, endedAt: null } })
    if (count === 0) return false
    await tx.session.update({ where: { tokenHash: hashToken(token) }, data: { corporationId } })
    await publishSessionsChanged(tx, actor.accountId)
    return true
  })
  if (!isMember) return false
  const scope = { corporationId, corporationIds: [corporationId], accountId: actor.accountId }
  await inScope(scope, (tx) =>
    recordAudit(tx, scope, { action: 'account:corporation-chosen', subject: 'account', subjectId: actor.accountId }),
  )
  return true
}
