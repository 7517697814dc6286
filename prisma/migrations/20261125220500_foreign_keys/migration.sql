-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_corporation_id_invited_by_fkey" FOREIGN KEY ("corporation_id", "invited_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_corporation_id_created_by_fkey" FOREIGN KEY ("corporation_id", "created_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_caller" ADD CONSTRAINT "campaign_caller_corporation_id_account_id_fkey" FOREIGN KEY ("corporation_id", "account_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_corporation_id_appointment_with_fkey" FOREIGN KEY ("corporation_id", "appointment_with") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_corporation_id_last_caller_id_fkey" FOREIGN KEY ("corporation_id", "last_caller_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_corporation_id_account_id_fkey" FOREIGN KEY ("corporation_id", "account_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_corporation_id_campaign_id_fkey" FOREIGN KEY ("corporation_id", "campaign_id") REFERENCES "campaign"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_draft" ADD CONSTRAINT "call_draft_corporation_id_account_id_fkey" FOREIGN KEY ("corporation_id", "account_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_corporation_id_account_id_fkey" FOREIGN KEY ("corporation_id", "account_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_corporation_id_urgent_closed_by_fkey" FOREIGN KEY ("corporation_id", "urgent_closed_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_corporation_id_campaign_id_fkey" FOREIGN KEY ("corporation_id", "campaign_id") REFERENCES "campaign"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_corporation_id_attempt_id_fkey" FOREIGN KEY ("corporation_id", "attempt_id") REFERENCES "attempt"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_corporation_id_owner_id_fkey" FOREIGN KEY ("corporation_id", "owner_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_corporation_id_promised_by_fkey" FOREIGN KEY ("corporation_id", "promised_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_corporation_id_closed_by_fkey" FOREIGN KEY ("corporation_id", "closed_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_corporation_id_campaign_id_fkey" FOREIGN KEY ("corporation_id", "campaign_id") REFERENCES "campaign"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_corporation_id_conversation_id_fkey" FOREIGN KEY ("corporation_id", "conversation_id") REFERENCES "conversation"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_corporation_id_owner_id_fkey" FOREIGN KEY ("corporation_id", "owner_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_corporation_id_promised_by_fkey" FOREIGN KEY ("corporation_id", "promised_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_corporation_id_campaign_id_fkey" FOREIGN KEY ("corporation_id", "campaign_id") REFERENCES "campaign"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_corporation_id_conversation_id_fkey" FOREIGN KEY ("corporation_id", "conversation_id") REFERENCES "conversation"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gesture" ADD CONSTRAINT "gesture_corporation_id_requested_by_fkey" FOREIGN KEY ("corporation_id", "requested_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gesture" ADD CONSTRAINT "gesture_corporation_id_decided_by_fkey" FOREIGN KEY ("corporation_id", "decided_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gesture" ADD CONSTRAINT "gesture_corporation_id_sent_by_fkey" FOREIGN KEY ("corporation_id", "sent_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gesture" ADD CONSTRAINT "gesture_corporation_id_campaign_id_fkey" FOREIGN KEY ("corporation_id", "campaign_id") REFERENCES "campaign"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gesture" ADD CONSTRAINT "gesture_corporation_id_conversation_id_fkey" FOREIGN KEY ("corporation_id", "conversation_id") REFERENCES "conversation"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "segment" ADD CONSTRAINT "segment_corporation_id_created_by_fkey" FOREIGN KEY ("corporation_id", "created_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_import" ADD CONSTRAINT "tenant_import_corporation_id_uploaded_by_fkey" FOREIGN KEY ("corporation_id", "uploaded_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_import" ADD CONSTRAINT "tenant_import_corporation_id_applied_by_fkey" FOREIGN KEY ("corporation_id", "applied_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_mapping" ADD CONSTRAINT "list_mapping_corporation_id_confirmed_by_fkey" FOREIGN KEY ("corporation_id", "confirmed_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_correction" ADD CONSTRAINT "tenant_correction_corporation_id_account_id_fkey" FOREIGN KEY ("corporation_id", "account_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_strike" ADD CONSTRAINT "number_strike_corporation_id_account_id_fkey" FOREIGN KEY ("corporation_id", "account_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;
