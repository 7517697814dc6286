import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { inScope, systemScope } from '#app/core/scope.server.ts'
import { baseProtocolOf } from '#app/triage/base-protocols.ts'
import type { Verdict } from '#app/triage/engine.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import { keepBaseProtocols } from '#app/triage/keep-base.server.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { Answers } from '#app/triage/protocol.ts'
import type { Override } from '#app/triage/run.ts'
import { aContact } from './contact.ts'

export type RunFacts = {
  kind?: TriageKind
  contactId?: string
  startedAt?: Date
  /** After how many seconds it was judged. */
  seconds?: number
  answers?: Answers
  verdict?: Verdict | null
  override?: Override | null
  replacedAt?: Date | null
  corrected?: string[]
  isReadBack?: boolean
  readBackCorrected?: boolean
  safetyLines?: number
  safetyRead?: number
}

/** A verdict as a protocol gives it. */
export const aVerdict = (verdict: Partial<Verdict> = {}): Verdict => ({
  end: 'held',
  rule: 6,
  class: 'working-day',
  hours: null,
  raisedFrom: null,
  raisedBy: [],
  steps: [],
  ...verdict,
})

/** Somebody judged by the protocol that came with Rondbel, with whatever came of it; written as the figures read it. */
export async function aTriageRun(
  operator: DeskActor,
  { corporationId, lineId, ...facts }: { corporationId: number; lineId: string } & RunFacts,
): Promise<{ id: string; contactId: string }> {
  const { kind = 'water-leak', startedAt = new Date(Date.now() - 3_600_000), seconds = 60 } = facts
  const contactId = facts.contactId ?? (await aContact(operator, { corporationId, lineId, arrivedAt: startedAt }))
  const protocol = baseProtocolOf(kind)
  const verdict = facts.verdict === undefined ? aVerdict() : facts.verdict
  const judgedAt = verdict && new Date(startedAt.getTime() + seconds * 1000)
  await inScope(systemScope(corporationId), (tx) => keepBaseProtocols(tx, [protocol]))
  const scope = { ...operator, corporationIds: [corporationId] }
  return inScope(scope, async (tx) => {
    const { id } = await tx.triageRun.create({
      data: {
        corporationId,
        contactId,
        kind,
        baseHash: hashOf(protocol),
        deskId: operator.deskId,
        startedBy: operator.accountId,
        startedAt,
        answers: facts.answers ?? {},
        verdict: verdict ?? undefined,
        judgedAt,
        override: facts.override ?? undefined,
        overriddenBy: facts.override ? operator.accountId : null,
        replacedAt: facts.replacedAt ?? null,
        readBackAt: facts.isReadBack ? judgedAt : null,
        corrected: facts.corrected ?? [],
        readBackCorrected: facts.readBackCorrected ?? false,
        safetyLines: facts.safetyLines ?? 0,
        safetyRead: facts.safetyRead ?? 0,
      },
      select: { id: true },
    })
    return { id, contactId }
  })
}
