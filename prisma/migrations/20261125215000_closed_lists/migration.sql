ALTER TABLE "account"
  ADD CONSTRAINT "account_language_check" CHECK ("language" IN ('nl', 'en'));
ALTER TABLE "attempt"
  ADD CONSTRAINT "attempt_outcome_check" CHECK ("outcome" IN ('spoken', 'no-answer', 'voicemail', 'call-back-later', 'wrong-number', 'declined', 'busy', 'spoke-to-other', 'out-of-service', 'language-barrier', 'moved', 'deceased', 'skipped'));
ALTER TABLE "attempt"
  ADD CONSTRAINT "attempt_skip_reason_check" CHECK ("skip_reason" IN ('no-time', 'knows-tenant', 'other-colleague', 'other-language', 'other'));
ALTER TABLE "campaign"
  ADD CONSTRAINT "campaign_legal_basis_check" CHECK ("legal_basis" IN ('', 'legitimate-interest', 'consent', 'contract', 'public-task', 'vital-interest'));
ALTER TABLE "campaign"
  ADD CONSTRAINT "campaign_state_check" CHECK ("state" IN ('draft', 'running', 'paused', 'closed'));
ALTER TABLE "conversation"
  ADD CONSTRAINT "conversation_topics_check" CHECK ("topics" <@ ARRAY['chat', 'loneliness', 'daily-help', 'care-support', 'informal-care', 'meals', 'transport', 'paperwork', 'digital-help', 'money', 'repair', 'home-adaptation', 'moving-house', 'energy-and-cold', 'garden', 'safety', 'neighbours', 'neighbourhood', 'activities', 'compliment', 'complaint', 'other']);
ALTER TABLE "conversation"
  ADD CONSTRAINT "conversation_wellbeing_check" CHECK ("wellbeing" IN ('good', 'watch', 'worry', 'urgent'));
ALTER TABLE "corporation"
  ADD CONSTRAINT "corporation_language_check" CHECK ("language" IN ('nl', 'en'));
ALTER TABLE "follow_up"
  ADD CONSTRAINT "follow_up_kind_check" CHECK ("kind" IN ('call-back', 'visit', 'repair-report', 'other'));
ALTER TABLE "follow_up"
  ADD CONSTRAINT "follow_up_state_check" CHECK ("state" IN ('open', 'done', 'cancelled'));
ALTER TABLE "gesture"
  ADD CONSTRAINT "gesture_kind_check" CHECK ("kind" IN ('card', 'flowers'));
ALTER TABLE "gesture"
  ADD CONSTRAINT "gesture_state_check" CHECK ("state" IN ('requested', 'approved', 'sent', 'refused'));
ALTER TABLE "invitation"
  ADD CONSTRAINT "invitation_role_check" CHECK ("role" IN ('administrator', 'coordinator', 'caller', 'reader'));
ALTER TABLE "membership"
  ADD CONSTRAINT "membership_role_check" CHECK ("role" IN ('administrator', 'coordinator', 'caller', 'reader'));
ALTER TABLE "number_strike"
  ADD CONSTRAINT "number_strike_reason_check" CHECK ("reason" IN ('wrong-number', 'out-of-service'));
ALTER TABLE "referral"
  ADD CONSTRAINT "referral_ending_check" CHECK ("ending" IN ('helped', 'refused', 'no-answer'));
ALTER TABLE "referral"
  ADD CONSTRAINT "referral_state_check" CHECK ("state" IN ('proposed', 'sent', 'accepted', 'ended'));
ALTER TABLE "target"
  ADD CONSTRAINT "target_last_outcome_check" CHECK ("last_outcome" IN ('spoken', 'no-answer', 'voicemail', 'call-back-later', 'wrong-number', 'declined', 'busy', 'spoke-to-other', 'out-of-service', 'language-barrier', 'moved', 'deceased', 'skipped'));
ALTER TABLE "target"
  ADD CONSTRAINT "target_state_check" CHECK ("state" IN ('open', 'retry', 'appointment', 'reached', 'declined', 'unreachable', 'withdrawn'));
ALTER TABLE "target"
  ADD CONSTRAINT "target_withdrawn_reason_check" CHECK ("withdrawn_reason" IN ('moved', 'deceased', 'do-not-call', 'campaign-closed', 'no-longer-selected'));
ALTER TABLE "tenant"
  ADD CONSTRAINT "tenant_last_outcome_check" CHECK ("last_outcome" IN ('spoken', 'no-answer', 'voicemail', 'call-back-later', 'wrong-number', 'declined', 'busy', 'spoke-to-other', 'out-of-service', 'language-barrier', 'moved', 'deceased', 'skipped'));
ALTER TABLE "tenant"
  ADD CONSTRAINT "tenant_sex_check" CHECK ("sex" IN ('M', 'V', 'X'));
ALTER TABLE "tenant_correction"
  ADD CONSTRAINT "tenant_correction_field_check" CHECK ("field" IN ('landline', 'mobile', 'other_phone', 'email'));
ALTER TABLE "tenant_import"
  ADD CONSTRAINT "tenant_import_state_check" CHECK ("state" IN ('uploaded', 'mapped', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed', 'cancelled'));
ALTER TABLE "tenant_import_change"
  ADD CONSTRAINT "tenant_import_change_kind_check" CHECK ("kind" IN ('new', 'changed', 'gone', 'returned', 'added'));
ALTER TABLE "tenant_import_change"
  ADD CONSTRAINT "tenant_import_change_left_alone_check" CHECK ("left_alone" IN ('changed-since', 'in-use'));
ALTER TABLE "tenant_import_change"
  ADD CONSTRAINT "tenant_import_change_subject_kind_check" CHECK ("subject_kind" IN ('tenant', 'home', 'circumstance'));
ALTER TABLE "tenant_import_row"
  ADD CONSTRAINT "tenant_import_row_home_outcome_check" CHECK ("home_outcome" IN ('new', 'changed'));
ALTER TABLE "tenant_import_row"
  ADD CONSTRAINT "tenant_import_row_outcome_check" CHECK ("outcome" IN ('new', 'changed', 'unchanged', 'duplicate', 'rejected', 'gone'));
