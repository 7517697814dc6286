import { recordAudit } from '#app/audit/record-audit.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import type { Language } from '#app/ui/language.tsx'
import type { Person } from './authorize.server.ts'

export function chooseLanguage(actor: Person, language: Language) {
  return inScope(actor, async (tx) => {
    await tx.account.update({ where: { id: actor.accountId }, data: { language }, select: { id: true } })
    await recordAudit(tx, actor, {
      action: 'account:language-chosen',
      subject: 'account',
      subjectId: actor.accountId,
      details: { language },
    })
  })
}
