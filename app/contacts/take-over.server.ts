import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type InHand, inScope } from '#app/core/scope.server.ts'
import { type ContactClaim, claimFrom, type NoContact } from './claim-contact.server.ts'
import { addStep } from './steps.server.ts'

/** From a colleague who has it; `fence` is what was seen. What the colleague typed and did not save stays theirs. */
export async function takeOver(
  actor: DeskActor & InHand,
  { contactId, fence }: { contactId: string; fence: number },
): Promise<ContactClaim | NoContact> {
  const answer = await claimFrom(actor, { contactId, fence })
  if (answer.ok)
    await inScope(actor, async (tx) => {
      await addStep(tx, actor, { contactId, kind: 'taken-over' })
      await recordAudit(tx, actor, { action: 'contact:taken-over', subject: 'contact', subjectId: contactId })
    })
  return answer
}
