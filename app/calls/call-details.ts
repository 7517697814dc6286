import type { ScriptSection } from '#app/campaigns/script.ts'
import type { Outcome } from '#app/conversations/outcomes.ts'
import type { Topic } from '#app/conversations/topics.ts'
import type { ShownUrgentNumber } from '#app/conversations/urgent-numbers.server.ts'
import type { Wellbeing } from '#app/conversations/wellbeing.ts'
import type { FollowUpKind } from '#app/follow-ups/follow-up.ts'
import type { HomeWarning } from '#app/tenants/home-warning.ts'
import type { PersonName } from '#app/tenants/names.ts'
import type { Dialable } from '#app/tenants/phone-text.server.ts'

/** Whether there is a next home after this one; if not, why. */
export type Standing = 'calling' | 'paused' | 'closed' | 'left'
export type CallNumber = Dialable & { kind: 'landline' | 'mobile' | 'other'; tries: number }
export type EarlierConversation = {
  id: string
  at: string
  by: string
  note: string
  spokeWith: string
  language: string
  wellbeing: Wellbeing | null
  topics: Topic[]
}
export type OpenPromise = { id: string; kind: FollowUpKind; promise: string; dueOn: string; owner: string }

/** All that a caller sees of one home on the list. Never arrears, never nuisance. */
export type CallDetails = {
  targetId: string
  fence: number
  campaign: { id: string; standing: Standing; name: string; reason: string; script: ScriptSection[]; toGo: number }
  tenant: PersonName & { age: number | null; livesHereSince: string | null; householdSize: number | null }
  address: string[]
  numbers: CallNumber[]
  others: string[]
  attention: string
  warnings: HomeWarning[]
  appointmentAt: string | null
  tryNumber: number
  maxTries: number
  attempts: { at: string; outcome: Outcome; by: string; numberText: string | null }[]
  earlier: EarlierConversation[]
  promises: OpenPromise[]
  urgentNumbers: ShownUrgentNumber[]
}
