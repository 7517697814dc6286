import type { Actor } from '#app/accounts/authorize.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { approveTexts, textHashes } from '#app/protocols/approve-texts.server.ts'
import { changeDraft } from '#app/protocols/change-draft.server.ts'
import { at, type PartPlace } from '#app/protocols/patch.ts'
import { proposeDraft, publishDraft } from '#app/protocols/publish-draft.server.ts'
import { baseProtocolOf } from '#app/triage/base-protocols.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import { keepShippedProtocols } from '#app/triage/keep-shipped.server.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { End } from '#app/triage/protocol.ts'

/** A corporation that has a rule of its own about leaks, stands for some of the texts, and is busy with another protocol. */
export async function tellOfProtocols(coordinator: Actor, contactPerson: Actor, now: Date) {
  await keepShippedProtocols()
  for (const kind of ['gas-leak', 'carbon-monoxide', 'water-leak'] as const)
    await approveTexts(contactPerson, kind, textHashes(baseProtocolOf(kind)))
  const revision = await changeEnd(coordinator, { kind: 'water-leak', id: 'held' }, { hours: 12 })
  expectOk(await proposeDraft(coordinator, 'water-leak', { revision, now }))
  const reason = 'Een lek dat nog druppelt, laten wij niet een hele dag wachten.'
  expectOk(await publishDraft(contactPerson, 'water-leak', { revision, reason, now }))
  await changeEnd(coordinator, { kind: 'no-heating', id: 'getting-cold' }, { hours: 12 })
}

async function changeEnd(
  scope: CorporationScope,
  { kind, id }: { kind: TriageKind; id: string },
  changes: Partial<End>,
): Promise<number> {
  const place: PartPlace = `ends.${id}`
  const before = at(baseProtocolOf(kind), place) as End
  const change = { place, after: { ...before, ...changes }, seen: hashOf(before) }
  return expectOk(await changeDraft(scope, kind, [change])).revision
}

function expectOk<Answer extends { ok: boolean }>(answer: Answer): Extract<Answer, { ok: true }> {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer as Extract<Answer, { ok: true }>
}
