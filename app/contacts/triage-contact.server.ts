import type { SqlTx } from '#app/core/scope.server.ts'
import type { Circumstance } from '#app/triage/circumstances.ts'
import {
  agreeCosts,
  answerQuestion,
  type Changed,
  overrideVerdict,
  readBackTo,
  readSafetyLine,
  setCircumstance,
} from '#app/triage/judge-run.server.ts'
import type { Answer, VerdictClass } from '#app/triage/protocol.ts'
import type { OverrideReason } from '#app/triage/run.ts'
import { amountsOf, progressOf } from '#app/triage/shown-run.server.ts'
import type { AtContact } from './at-contact.ts'
import type { ContactKind } from './contact.ts'
import { findKind } from './find-kind.server.ts'
import { changeHeld, type HeldContact, type InHands } from './held-contact.server.ts'
import { followVerdict } from './judge-contact.server.ts'
import { kindsOf } from './record-choices.ts'

type Work = (tx: SqlTx, held: HeldContact) => Promise<Changed>

/** Changes the run of a contact in somebody's hands, and with it how urgent the contact is. */
const changeRun = (actor: AtContact, { contactId, fence }: InHands, work: Work) =>
  changeHeld(actor, { contactId, fence }, async (tx, held) => {
    const changed = await work(tx, held)
    if (!changed.ok) return changed
    const { run } = changed
    const verdictClass = (run.override ?? run.verdict)?.class
    const urgency = verdictClass ? await followVerdict(tx, actor, { held, verdictClass }) : held.urgency
    return { ok: true, answered: { urgency, run: await progressOf(tx, actor, run) } } as const
  })

/** What it is about, as the tenant calls it; something else replaces what it was judged on. */
export const chooseKind = (actor: AtContact, { contactId, fence, kind }: InHands & { kind: ContactKind }) =>
  changeHeld(actor, { contactId, fence }, async (tx, held) => {
    if (!kindsOf[held.lineKind].includes(kind)) return { ok: false, reason: 'other' } as const
    await findKind(tx, actor, { held, kind })
    return { ok: true } as const
  })

export const answerInContact = (actor: AtContact, input: InHands & { question: string; answer: Answer }) =>
  changeRun(actor, input, (tx) => answerQuestion(tx, actor, input))

export const setCircumstanceOf = (actor: AtContact, input: InHands & { circumstance: Circumstance; holds: boolean }) =>
  changeRun(actor, input, (tx) => setCircumstance(tx, actor, input))

type Overriding = InHands & {
  verdictClass: VerdictClass
  hours: number | null
  reason: OverrideReason | null
  words: string
}
export const overrideInContact = (actor: AtContact, input: Overriding) =>
  changeRun(actor, input, (tx) => overrideVerdict(tx, actor, input))

export const noteSafetyRead = (actor: AtContact, input: InHands & { line: number }) =>
  changeRun(actor, input, (tx) => readSafetyLine(tx, actor, input))

export const noteCosts = (actor: AtContact, input: InHands & { agreed: 'yes' | 'no' }) =>
  changeRun(actor, input, async (tx) => {
    const amounts = await amountsOf(tx, actor, input.contactId)
    return agreeCosts(tx, actor, { ...input, agreed: input.agreed === 'yes', amounts })
  })

export const noteReadBack = (actor: AtContact, input: InHands & { read: string; corrected: string }) =>
  changeRun(actor, input, (tx) => readBackTo(tx, actor, input))
