-- AlterTable
ALTER TABLE "corporation" ADD COLUMN     "office_hours" JSONB;

-- What nobody at the office took up yet: see app/nights/for-office.server.ts, which asks in the same words.
CREATE INDEX contact_for_office ON desk_contact (corporation_id, arrived_at) WHERE (acknowledged_at IS NULL OR closed_at > acknowledged_at)
  AND (state <> 'closed' OR urgency = 0 OR is_danger OR outcome IN ('no-number', 'for-office', 'not-reached'));

-- A corporation reads by name who answered its tenants: whoever works for a desk that answers or answered for it.
CREATE POLICY serving ON desk_member FOR SELECT TO rondbel_app USING (EXISTS (SELECT FROM desk_corporation s WHERE s.desk_id = desk_member.desk_id));
CREATE POLICY serving ON account FOR SELECT TO rondbel_app USING (EXISTS (SELECT FROM desk_member m WHERE m.account_id = account.id));
