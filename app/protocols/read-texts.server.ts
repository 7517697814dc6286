import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { readValuesNow } from '#app/reference-values/read-values.server.ts'
import { toldValues } from '#app/reference-values/told-values.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import { outlineOf } from '#app/triage/outline.ts'
import type { End } from '#app/triage/protocol.ts'
import { type ProtocolText, textsOf } from '#app/triage/protocol-texts.ts'
import { approvalsOf } from '#app/triage/text-approvals.server.ts'
import { namesOf, readHead } from './read-protocol.server.ts'

/** All texts of the draft, or of what holds, in the order in which they are asked and by the number of the end. */
export function readTexts(actor: Actor, kind: TriageKind, now: Date) {
  return inScope(actor, async (tx) => {
    const { head, shown } = await readHead(tx, actor, kind)
    const approvals = await approvalsOf(tx, actor, kind)
    const names = await namesOf(
      tx,
      [...approvals.values()].map(({ by }) => by),
    )
    const values = await readValuesNow(tx, actor, now)
    const order = new Map(outlineOf(shown.body).map(({ id, number }) => [id, number]))
    const place = (text: ProtocolText) =>
      text.in === 'questions' ? (order.get(text.id) ?? 99) : (shown.body.ends[text.id]?.rule ?? 99)
    const texts = textsOf(shown.body)
      .sort((one, other) => place(one) - place(other))
      .map((text) => {
        const hash = hashOf(text.text)
        const approval = approvals.get(hash)
        const by = approval && { by: names.get(approval.by) ?? '', at: approval.at }
        if (text.in === 'questions') return { ...text, hash, approval: by ?? null }
        const { rule, class: verdictClass, hours } = shown.body.ends[text.id] as End
        return { ...text, hash, approval: by ?? null, rule, end: { class: verdictClass, hours } }
      })
    return { head, texts, values: toldValues(values) }
  })
}
