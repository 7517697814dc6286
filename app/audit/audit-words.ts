import * as accounts from '#app/accounts/audit-words.ts'
import * as calls from '#app/calls/audit-words.ts'
import * as campaigns from '#app/campaigns/audit-words.ts'
import * as contacts from '#app/contacts/audit-words.ts'
import * as conversations from '#app/conversations/audit-words.ts'
import * as corporations from '#app/corporations/audit-words.ts'
import * as desks from '#app/desks/audit-words.ts'
import * as exchanges from '#app/exchanges/audit-words.ts'
import * as followUps from '#app/follow-ups/audit-words.ts'
import * as gestures from '#app/gestures/audit-words.ts'
import * as handovers from '#app/handovers/audit-words.ts'
import * as lines from '#app/lines/audit-words.ts'
import * as nights from '#app/nights/audit-words.ts'
import * as protocols from '#app/protocols/audit-words.ts'
import * as quality from '#app/quality/audit-words.ts'
import * as referenceValues from '#app/reference-values/audit-words.ts'
import * as referrals from '#app/referrals/audit-words.ts'
import * as segments from '#app/segments/audit-words.ts'
import * as tenantLists from '#app/tenant-lists/audit-words.ts'
import * as tenants from '#app/tenants/audit-words.ts'

const nl = {
  ...corporations.nl,
  ...desks.nl,
  ...lines.nl,
  ...accounts.nl,
  ...tenants.nl,
  ...referenceValues.nl,
  ...conversations.nl,
  ...tenantLists.nl,
  ...segments.nl,
  ...followUps.nl,
  ...referrals.nl,
  ...gestures.nl,
  ...campaigns.nl,
  ...calls.nl,
  ...handovers.nl,
  ...exchanges.nl,
  ...protocols.nl,
  ...quality.nl,
  ...contacts.nl,
  ...nights.nl,
}

/** What each module says of what it writes in the log: for each noun its name, and in words what was done with it. */
export const auditWords = {
  nl,
  en: {
    ...corporations.en,
    ...desks.en,
    ...lines.en,
    ...accounts.en,
    ...tenants.en,
    ...referenceValues.en,
    ...conversations.en,
    ...tenantLists.en,
    ...segments.en,
    ...followUps.en,
    ...referrals.en,
    ...gestures.en,
    ...campaigns.en,
    ...calls.en,
    ...handovers.en,
    ...exchanges.en,
    ...protocols.en,
    ...quality.en,
    ...contacts.en,
    ...nights.en,
  },
}

type ActionsOf<Words extends Record<string, { did: object }>> = {
  [Noun in keyof Words & string]: `${Noun}:${keyof Words[Noun]['did'] & string}`
}[keyof Words & string]

/** `follow-up:created`: without its words it does not compile. */
export type AuditAction = ActionsOf<typeof nl>
export type AuditSubject = keyof typeof nl
