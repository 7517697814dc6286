-- The place of a contact among all others: see app/contacts/turn.ts, which knows the same. Seconds and nothing of a calendar,
-- so that it is the same in every zone.
CREATE FUNCTION contact_turn(urgency integer, since timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  since - make_interval(secs => (ARRAY[315360000, 1200, 600, 0])[urgency + 1]);

-- AlterTable
ALTER TABLE "desk" ADD COLUMN     "swept_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "desk_contact" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "desk_id" INTEGER NOT NULL,
    "line_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "urgency" SMALLINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "arrived_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "waiting_since" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "due_at" TIMESTAMPTZ(3),
    "turn_at" TIMESTAMPTZ(3) GENERATED ALWAYS AS (contact_turn(urgency, coalesce(due_at, waiting_since))) STORED NOT NULL,
    "claimed_by" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "holder" UUID,
    "owner_id" UUID,
    "fell_away" TEXT,
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "phone" TEXT,
    "is_hidden" BOOLEAN NOT NULL DEFAULT false,
    "caller_sealed" BYTEA,
    "message_sealed" BYTEA,
    "tenant_id" UUID,
    "home_id" UUID,
    "is_anonymous" BOOLEAN NOT NULL DEFAULT false,
    "is_danger" BOOLEAN,
    "kind" TEXT,
    "agreed" TEXT,
    "outcome" TEXT,
    "notes_sealed" BYTEA,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "offered_to" UUID,
    "offered_at" TIMESTAMPTZ(3),
    "offer_sealed" BYTEA,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" UUID,
    "anonymised_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_contact_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "contact_step" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "contact_id" UUID NOT NULL,
    "desk_id" INTEGER NOT NULL DEFAULT app_desk(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "account_id" UUID,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "note_sealed" BYTEA,

    CONSTRAINT "contact_step_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "contact_draft" (
    "corporation_id" INTEGER NOT NULL,
    "contact_id" UUID NOT NULL,
    "desk_id" INTEGER NOT NULL DEFAULT app_desk(),
    "account_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "form_key" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written_by" UUID,

    CONSTRAINT "contact_draft_pkey" PRIMARY KEY ("corporation_id","contact_id","account_id")
);

-- CreateTable
CREATE TABLE "operator_presence" (
    "desk_id" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operator_presence_pkey" PRIMARY KEY ("desk_id","account_id")
);

-- CreateIndex
CREATE INDEX "desk_contact_corporation_id_tenant_id_idx" ON "desk_contact"("corporation_id", "tenant_id");

-- CreateIndex
CREATE INDEX "desk_contact_corporation_id_home_id_idx" ON "desk_contact"("corporation_id", "home_id");

-- CreateIndex
CREATE INDEX "desk_contact_corporation_id_arrived_at_idx" ON "desk_contact"("corporation_id", "arrived_at");

-- CreateIndex
CREATE INDEX "desk_contact_desk_id_arrived_at_idx" ON "desk_contact"("desk_id", "arrived_at");

-- CreateIndex
CREATE INDEX "contact_step_corporation_id_contact_id_idx" ON "contact_step"("corporation_id", "contact_id");

-- AddForeignKey
ALTER TABLE "desk_contact" ADD CONSTRAINT "desk_contact_corporation_id_line_id_fkey" FOREIGN KEY ("corporation_id", "line_id") REFERENCES "phone_line"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_contact" ADD CONSTRAINT "desk_contact_corporation_id_desk_id_fkey" FOREIGN KEY ("corporation_id", "desk_id") REFERENCES "desk_corporation"("corporation_id", "desk_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_contact" ADD CONSTRAINT "desk_contact_corporation_id_tenant_id_fkey" FOREIGN KEY ("corporation_id", "tenant_id") REFERENCES "tenant"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_contact" ADD CONSTRAINT "desk_contact_corporation_id_home_id_fkey" FOREIGN KEY ("corporation_id", "home_id") REFERENCES "home"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_contact" ADD CONSTRAINT "desk_contact_desk_id_claimed_by_fkey" FOREIGN KEY ("desk_id", "claimed_by") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_contact" ADD CONSTRAINT "desk_contact_desk_id_owner_id_fkey" FOREIGN KEY ("desk_id", "owner_id") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_contact" ADD CONSTRAINT "desk_contact_desk_id_offered_to_fkey" FOREIGN KEY ("desk_id", "offered_to") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_contact" ADD CONSTRAINT "desk_contact_desk_id_answered_by_fkey" FOREIGN KEY ("desk_id", "answered_by") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_contact" ADD CONSTRAINT "desk_contact_desk_id_closed_by_fkey" FOREIGN KEY ("desk_id", "closed_by") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_contact" ADD CONSTRAINT "desk_contact_corporation_id_acknowledged_by_fkey" FOREIGN KEY ("corporation_id", "acknowledged_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_step" ADD CONSTRAINT "contact_step_corporation_id_contact_id_fkey" FOREIGN KEY ("corporation_id", "contact_id") REFERENCES "desk_contact"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_step" ADD CONSTRAINT "contact_step_desk_id_account_id_fkey" FOREIGN KEY ("desk_id", "account_id") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_draft" ADD CONSTRAINT "contact_draft_corporation_id_contact_id_fkey" FOREIGN KEY ("corporation_id", "contact_id") REFERENCES "desk_contact"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_draft" ADD CONSTRAINT "contact_draft_desk_id_account_id_fkey" FOREIGN KEY ("desk_id", "account_id") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_draft" ADD CONSTRAINT "contact_draft_desk_id_written_by_fkey" FOREIGN KEY ("desk_id", "written_by") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operator_presence" ADD CONSTRAINT "operator_presence_desk_id_account_id_fkey" FOREIGN KEY ("desk_id", "account_id") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT protect_by_corporation('desk_contact');
SELECT protect_by_corporation('contact_step');
SELECT protect_by_corporation('contact_draft');

ALTER TABLE "contact_step"
  ADD CONSTRAINT "contact_step_kind_check" CHECK ("kind" IN ('arrived', 'answered', 'fell-away', 'rang-again', 'returned', 'offered', 'offer-declined', 'offer-withdrawn', 'handed-over', 'taken-over', 'raised', 'lowered', 'call-back-promised', 'call-back-tried', 'call-ended', 'caller-found', 'closed', 'reopened'));
ALTER TABLE "desk_contact"
  ADD CONSTRAINT "desk_contact_channel_check" CHECK ("channel" IN ('phone', 'form', 'by-hand'));
ALTER TABLE "desk_contact"
  ADD CONSTRAINT "desk_contact_fell_away_check" CHECK ("fell_away" IN ('abandoned', 'dropped'));
ALTER TABLE "desk_contact"
  ADD CONSTRAINT "desk_contact_kind_check" CHECK ("kind" IN ('gas-or-carbon-monoxide', 'fire-or-smoke', 'water', 'heating', 'hot-water', 'power', 'drain', 'lift', 'locked-out', 'door-or-window', 'storm', 'fire-alarm', 'other-repair', 'nuisance', 'rent', 'moving', 'worry-about-somebody', 'chat', 'other-question'));
ALTER TABLE "desk_contact"
  ADD CONSTRAINT "desk_contact_outcome_check" CHECK ("outcome" IN ('solved', 'partner-sent', 'for-office', 'not-urgent', 'passed-on', 'talked', 'rang-again', 'not-reached', 'no-number', 'wrong-number', 'silent', 'unwelcome'));
ALTER TABLE "desk_contact"
  ADD CONSTRAINT "desk_contact_state_check" CHECK ("state" IN ('waiting', 'talking', 'wrapping-up', 'call-back', 'closed'));
ALTER TABLE "operator_presence"
  ADD CONSTRAINT "operator_presence_state_check" CHECK ("state" IN ('free', 'break', 'off'));

-- The queue of a desk goes through all its corporations at once; whoever stands in it has no name here.
CREATE POLICY own_desk ON desk_contact AS RESTRICTIVE TO rondbel_desk USING (desk_id = (SELECT app_desk()));
GRANT SELECT, INSERT ON desk_contact TO rondbel_desk;
GRANT UPDATE (line_id, phone, urgency, state, waiting_since, due_at, claimed_by, lease_until, fence, holder, owner_id,
  fell_away, tries, caller_sealed, tenant_id, home_id, is_anonymous, is_danger, kind, agreed, outcome, notes_sealed, answered_at,
  answered_by, ended_at, closed_at, closed_by, offered_to, offered_at, offer_sealed) ON desk_contact TO rondbel_desk;
ALTER TABLE desk_contact
  ADD CONSTRAINT desk_contact_due_check CHECK ((state = 'call-back') = (due_at IS NOT NULL)),
  ADD CONSTRAINT desk_contact_closed_check CHECK ((state = 'closed') = (closed_at IS NOT NULL) AND (state <> 'closed' OR claimed_by IS NULL));

-- What somebody said is there with one corporation in hand, and only of the contacts of the desk.
CREATE POLICY in_hand ON contact_step AS RESTRICTIVE TO rondbel_desk USING (corporation_id = (SELECT app_one_corporation())
  AND desk_id = (SELECT app_desk()));
CREATE POLICY in_hand ON contact_draft AS RESTRICTIVE TO rondbel_desk USING (corporation_id = (SELECT app_one_corporation())
  AND desk_id = (SELECT app_desk()));
GRANT SELECT, INSERT ON contact_step TO rondbel_desk;
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_draft TO rondbel_desk;
-- The answer of a write that is done once.
GRANT UPDATE (answer) ON idempotent_write TO rondbel_desk;

-- Nothing is taken out of the queue or out of its story; what somebody said is emptied when it has been kept long enough.
REVOKE DELETE ON desk_contact, contact_step FROM rondbel_app;
REVOKE UPDATE ON contact_step FROM rondbel_app;
GRANT UPDATE (note_sealed) ON contact_step TO rondbel_app;

GRANT UPDATE (swept_at) ON desk TO rondbel_desk;

SELECT protect_by_desk('operator_presence');
GRANT SELECT, INSERT, UPDATE ON operator_presence TO rondbel_desk;

-- Next: the first of those that nobody has in hand, whatever else there is …
CREATE INDEX contact_free ON desk_contact (desk_id, turn_at, id) WHERE claimed_by IS NULL AND state <> 'closed';
-- … one for each operator …
CREATE UNIQUE INDEX contact_one_claim_per_operator ON desk_contact (desk_id, claimed_by) WHERE claimed_by IS NOT NULL;
-- … all that is open, for the board …
CREATE INDEX contact_open ON desk_contact (desk_id, turn_at) WHERE state <> 'closed';
-- … and whoever is to be rung back and rings again.
CREATE INDEX contact_rang_before ON desk_contact (corporation_id, phone) WHERE state = 'call-back';
