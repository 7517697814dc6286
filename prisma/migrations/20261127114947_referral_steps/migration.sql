-- AlterTable
ALTER TABLE "referral" ADD COLUMN     "accepted_by" UUID,
ADD COLUMN     "ended_by" UUID,
ADD COLUMN     "passed_on_sealed" BYTEA,
ADD COLUMN     "sent_by" UUID,
ADD COLUMN     "sent_how" TEXT;

-- CreateTable
CREATE TABLE "referral_notice" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "referral_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" UUID NOT NULL,
    "told_sealed" BYTEA,

    CONSTRAINT "referral_notice_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateIndex
CREATE INDEX "referral_notice_corporation_id_referral_id_idx" ON "referral_notice"("corporation_id", "referral_id");

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_corporation_id_sent_by_fkey" FOREIGN KEY ("corporation_id", "sent_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_corporation_id_accepted_by_fkey" FOREIGN KEY ("corporation_id", "accepted_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_corporation_id_ended_by_fkey" FOREIGN KEY ("corporation_id", "ended_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_notice" ADD CONSTRAINT "referral_notice_corporation_id_referral_id_fkey" FOREIGN KEY ("corporation_id", "referral_id") REFERENCES "referral"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_notice" ADD CONSTRAINT "referral_notice_corporation_id_account_id_fkey" FOREIGN KEY ("corporation_id", "account_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_by_corporation('referral_notice');

ALTER TABLE "referral"
  ADD CONSTRAINT "referral_sent_how_check" CHECK ("sent_how" IN ('email', 'phone', 'letter', 'form'));

-- Who took the steps so far, and each time that a tenant was told, stands in the log.
-- The owner is held to the policies as well: for these statements not.
ALTER TABLE referral NO FORCE ROW LEVEL SECURITY;
ALTER TABLE referral_notice NO FORCE ROW LEVEL SECURITY;
ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_event NO FORCE ROW LEVEL SECURITY;

UPDATE referral r SET
  sent_by = CASE WHEN r.sent_at IS NOT NULL THEN step.sent_by END,
  accepted_by = CASE WHEN r.accepted_at IS NOT NULL THEN step.accepted_by END,
  ended_by = CASE WHEN r.ended_at IS NOT NULL THEN step.ended_by END
FROM (
  SELECT e.corporation_id, e.subject_id,
    (array_agg(e.account_id ORDER BY e.id DESC) FILTER (WHERE e.action = 'referral:send'))[1] AS sent_by,
    (array_agg(e.account_id ORDER BY e.id DESC) FILTER (WHERE e.action = 'referral:accept'))[1] AS accepted_by,
    (array_agg(e.account_id ORDER BY e.id DESC) FILTER (WHERE e.action = 'referral:end'))[1] AS ended_by
  FROM audit_event e
  JOIN membership m ON m.corporation_id = e.corporation_id AND m.account_id = e.account_id
  WHERE e.subject_kind = 'referral' GROUP BY e.corporation_id, e.subject_id
) AS step
WHERE step.corporation_id = r.corporation_id AND step.subject_id = r.id;

INSERT INTO referral_notice (corporation_id, referral_id, at, account_id)
SELECT r.corporation_id, r.id, e.at, e.account_id FROM audit_event e
JOIN referral r ON r.corporation_id = e.corporation_id AND r.id = e.subject_id
JOIN membership m ON m.corporation_id = e.corporation_id AND m.account_id = e.account_id
WHERE e.subject_kind = 'referral' AND e.action = 'referral:tell';

ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
ALTER TABLE referral_notice FORCE ROW LEVEL SECURITY;
ALTER TABLE referral FORCE ROW LEVEL SECURITY;
