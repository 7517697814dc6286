import type { ShownRun } from '#app/triage/shown-run.ts'
import type { ContactKind, ContactState } from './contact.ts'

/**
 * What an operator does now with a contact in their hands. `ring`: whoever is to be rung back is not on the phone yet;
 * `outside`: the same of somebody who went outside. `done`: there is nothing to judge, or it is judged.
 */
export const stages = ['outside', 'ring', 'danger', 'where', 'kind', 'questions', 'verdict', 'done'] as const
export type Stage = (typeof stages)[number]

type Standing = {
  state: ContactState
  isDanger: boolean | null
  kind: ContactKind | null
  numberAskedAt: Date | string | null
  askLaterAt: Date | string | null
}
type Run = Pick<ShownRun, 'asking' | 'verdict' | 'ringBackAt' | 'rungBackAt'>

/** One thing at a time, the most pressing first: danger, how to find them again, and only then what it is about. */
export function stageOf(contact: Standing, { place, run }: { place: string | null; run: Run | null }): Stage {
  if (contact.state === 'call-back') return run?.ringBackAt && !run.rungBackAt ? 'outside' : 'ring'
  if (contact.isDanger === null) return 'danger'
  if (lacks(contact, place).length > 0 && contact.askLaterAt === null) return 'where'
  if (contact.kind === null) return 'kind'
  if (run?.asking) return 'questions'
  return run?.verdict ? 'verdict' : 'done'
}

/** What is not known to find them again, should the line drop. */
export function lacks({ numberAskedAt }: Pick<Standing, 'numberAskedAt'>, place: string | null) {
  const lacking: ('place' | 'number')[] = []
  if (numberAskedAt === null) lacking.push('number')
  if (!place) lacking.push('place')
  return lacking
}
