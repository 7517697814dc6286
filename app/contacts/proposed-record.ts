import type { LineKind } from '#app/lines/line.ts'
import type { ShownVerdict } from '#app/triage/shown-run.ts'
import type { Agreement, ContactEnding } from './contact.ts'
import { endingsOf } from './record-choices.ts'

/** What a record probably says after a verdict: filled in to be looked at, and saved by nobody but the operator. */
export type ProposedRecord = { result: ContactEnding; agreed: Agreement }
type Judged = Pick<ShownVerdict, 'holds' | 'isOwnAccount' | 'costsAgreed' | 'trades'>

export function proposedRecord(verdict: Judged, lineKind: LineKind): ProposedRecord | null {
  const proposed = outcomeOf(verdict)
  return proposed && endingsOf[lineKind].includes(proposed.result) ? proposed : null
}

function outcomeOf({ holds, isOwnAccount, costsAgreed, trades }: Judged): ProposedRecord | null {
  if (isOwnAccount && costsAgreed === false) return { result: 'passed-on', agreed: 'they-do-it' }
  if (isOwnAccount && costsAgreed === null) return null
  if (holds.class === 'working-day') return { result: 'for-office', agreed: 'office-rings' }
  if (holds.class === 'none') return { result: 'solved', agreed: 'nothing' }
  if (trades.length === 0) return { result: 'passed-on', agreed: 'they-ring-again' }
  return { result: 'partner-sent', agreed: 'somebody-comes' }
}
