import { deskRoles, roles } from '#app/accounts/roles.ts'
import { legalBases } from '#app/campaigns/campaign-input.ts'
import { campaignStates } from '#app/campaigns/campaign-steps.ts'
import { targetStates, withdrawnReasons } from '#app/campaigns/target.ts'
import {
  agreements,
  channels,
  contactEndings,
  contactKinds,
  contactStates,
  stepKinds,
  waysToFallAway,
} from '#app/contacts/contact.ts'
import { dangerSigns } from '#app/contacts/danger-signs.ts'
import { presenceStates } from '#app/contacts/presence.ts'
import { outcomeCodes, skipReasons } from '#app/conversations/outcomes.ts'
import { topics } from '#app/conversations/topics.ts'
import { wellbeings } from '#app/conversations/wellbeing.ts'
import { callStates } from '#app/exchanges/call-state.ts'
import { exchangeKinds } from '#app/exchanges/exchange.ts'
import { followUpKinds, followUpStates } from '#app/follow-ups/follow-up.ts'
import { gestureKinds, gestureStates } from '#app/gestures/gesture.ts'
import { lineKinds, switchKinds } from '#app/lines/line.ts'
import { signalKinds } from '#app/quality/signals.ts'
import { valueKeys } from '#app/reference-values/value-keys.ts'
import { referralEndings, referralStates, sendingWays } from '#app/referrals/referral.ts'
import {
  changedSubjects,
  changeKinds,
  homeOutcomes,
  leftAloneReasons,
  rowOutcomes,
} from '#app/tenant-lists/import-row.ts'
import { importStates } from '#app/tenant-lists/import-state.ts'
import { correctable } from '#app/tenant-lists/list-columns.ts'
import { reportKinds, strikeReasons } from '#app/tenants/call-reports.ts'
import { warningKinds } from '#app/tenants/home-warning.ts'
import { circumstances } from '#app/triage/circumstances.ts'
import { triageKinds } from '#app/triage/kinds.ts'
import { entryKinds } from '#app/triage/run.ts'
import { languages } from '#app/ui/language.tsx'
import { sexes } from '#imports/sexes.ts'

/**
 * The columns that take a closed list of codes, `[]` for one that holds several. `npm run migration` writes the CHECKs
 * that hold the database to it.
 */
export const closedLists: Record<string, readonly string[]> = {
  'account.language': languages,
  'attempt.outcome': outcomeCodes,
  'attempt.skip_reason': skipReasons,
  // A draft may lack its legal basis; a campaign that starts has one.
  'campaign.legal_basis': ['', ...legalBases],
  'campaign.state': campaignStates,
  'contact_step.kind': stepKinds,
  'conversation.topics[]': topics,
  'conversation.wellbeing': wellbeings,
  'conversation_version.outcome': outcomeCodes,
  'conversation_version.topics[]': topics,
  'conversation_version.wellbeing': wellbeings,
  'corporation.language': languages,
  'desk_contact.agreed': agreements,
  'desk_contact.channel': channels,
  'desk_contact.danger_sign': dangerSigns,
  'desk_contact.fell_away': waysToFallAway,
  'desk_contact.kind': contactKinds,
  'desk_contact.outcome': contactEndings,
  'desk_contact.state': contactStates,
  'desk_invitation.role': deskRoles,
  'desk_member.role': deskRoles,
  'exchange.kind': exchangeKinds,
  // Nothing reads it any more: it goes a version later.
  'exchange.mode': ['push', 'pull'],
  'exchange_call.state': callStates,
  'follow_up.kind': followUpKinds,
  'follow_up.state': followUpStates,
  'gesture.kind': gestureKinds,
  'gesture.state': gestureStates,
  'home_warning.kind': warningKinds,
  'invitation.role': roles,
  'membership.role': roles,
  'operator_presence.state': presenceStates,
  'phone_line.kind': lineKinds,
  'line_switch.kind': switchKinds,
  'number_strike.reason': strikeReasons,
  'reference_value.key': valueKeys,
  'referral.ending': referralEndings,
  'referral.sent_how': sendingWays,
  'referral.state': referralStates,
  'target.last_outcome': outcomeCodes,
  'target.state': targetStates,
  'target.withdrawn_reason': withdrawnReasons,
  'tenant.last_outcome': outcomeCodes,
  'tenant.sex': sexes,
  'tenant_correction.field': correctable,
  'tenant_import.state': importStates,
  'tenant_import_change.kind': changeKinds,
  'tenant_import_change.left_alone': leftAloneReasons,
  'tenant_import_change.subject_kind': changedSubjects,
  'tenant_import_row.home_outcome': homeOutcomes,
  'tenant_import_row.outcome': rowOutcomes,
  'tenant_report.kind': reportKinds,
  'protocol_change.kind': triageKinds,
  'protocol_draft.kind': triageKinds,
  'protocol_suggestion.kind': triageKinds,
  'protocol_suggestion.signal': signalKinds,
  'protocol_version.kind': triageKinds,
  'text_approval.kind': triageKinds,
  'triage_entry.kind': entryKinds,
  'triage_run.circumstances[]': circumstances,
  'triage_run.kind': triageKinds,
}
