-- CreateTable
CREATE TABLE "base_protocol" (
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "base_protocol_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "protocol_draft" (
    "corporation_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "base_hash" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "proposed_by" UUID,
    "proposed_at" TIMESTAMPTZ(3),

    CONSTRAINT "protocol_draft_pkey" PRIMARY KEY ("corporation_id","kind")
);

-- CreateTable
CREATE TABLE "protocol_change" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "protocol_change_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "protocol_version" (
    "corporation_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "base_hash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "published_by" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "restored_from" INTEGER,

    CONSTRAINT "protocol_version_pkey" PRIMARY KEY ("corporation_id","kind","number")
);

-- CreateTable
CREATE TABLE "text_approval" (
    "corporation_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "approved_by" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "text_approval_pkey" PRIMARY KEY ("corporation_id","kind","text_hash")
);

-- CreateTable
CREATE TABLE "protocol_suggestion" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" TEXT NOT NULL,
    "desk_id" INTEGER NOT NULL DEFAULT app_desk(),
    "account_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "protocol_suggestion_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "triage_run" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "contact_id" UUID NOT NULL,
    "desk_id" INTEGER NOT NULL DEFAULT app_desk(),
    "kind" TEXT NOT NULL,
    "version" INTEGER,
    "base_hash" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "started_by" UUID NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),
    "answers" JSONB NOT NULL DEFAULT '{}',
    "circumstances" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "verdict" JSONB,
    "judged_at" TIMESTAMPTZ(3),
    "override" JSONB,
    "overridden_by" UUID,
    "read_back_at" TIMESTAMPTZ(3),
    "ring_back_at" TIMESTAMPTZ(3),
    "rung_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "triage_run_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "triage_entry" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "run_id" UUID NOT NULL,
    "desk_id" INTEGER NOT NULL DEFAULT app_desk(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "words_sealed" BYTEA,

    CONSTRAINT "triage_entry_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "protocol_paper" (
    "corporation_id" INTEGER NOT NULL,
    "pdf" BYTEA NOT NULL,
    "hash" TEXT NOT NULL,
    "pages" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "protocol_paper_pkey" PRIMARY KEY ("corporation_id")
);

-- CreateIndex
CREATE INDEX "base_protocol_kind_first_seen_at_idx" ON "base_protocol"("kind", "first_seen_at");

-- CreateIndex
CREATE INDEX "protocol_change_corporation_id_kind_id_idx" ON "protocol_change"("corporation_id", "kind", "id");

-- CreateIndex
CREATE INDEX "protocol_suggestion_corporation_id_kind_idx" ON "protocol_suggestion"("corporation_id", "kind");

-- CreateIndex
CREATE INDEX "triage_run_corporation_id_contact_id_idx" ON "triage_run"("corporation_id", "contact_id");

-- CreateIndex
CREATE INDEX "triage_run_corporation_id_kind_started_at_idx" ON "triage_run"("corporation_id", "kind", "started_at");

-- CreateIndex
CREATE INDEX "triage_run_desk_id_started_at_idx" ON "triage_run"("desk_id", "started_at");

-- CreateIndex
CREATE INDEX "triage_entry_corporation_id_run_id_idx" ON "triage_entry"("corporation_id", "run_id");

-- AddForeignKey
ALTER TABLE "protocol_draft" ADD CONSTRAINT "protocol_draft_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_draft" ADD CONSTRAINT "protocol_draft_base_hash_fkey" FOREIGN KEY ("base_hash") REFERENCES "base_protocol"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_draft" ADD CONSTRAINT "protocol_draft_corporation_id_changed_by_fkey" FOREIGN KEY ("corporation_id", "changed_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_draft" ADD CONSTRAINT "protocol_draft_corporation_id_proposed_by_fkey" FOREIGN KEY ("corporation_id", "proposed_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_change" ADD CONSTRAINT "protocol_change_corporation_id_changed_by_fkey" FOREIGN KEY ("corporation_id", "changed_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_version" ADD CONSTRAINT "protocol_version_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_version" ADD CONSTRAINT "protocol_version_base_hash_fkey" FOREIGN KEY ("base_hash") REFERENCES "base_protocol"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_version" ADD CONSTRAINT "protocol_version_corporation_id_proposed_by_fkey" FOREIGN KEY ("corporation_id", "proposed_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_version" ADD CONSTRAINT "protocol_version_corporation_id_published_by_fkey" FOREIGN KEY ("corporation_id", "published_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_approval" ADD CONSTRAINT "text_approval_corporation_id_approved_by_fkey" FOREIGN KEY ("corporation_id", "approved_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_suggestion" ADD CONSTRAINT "protocol_suggestion_corporation_id_desk_id_fkey" FOREIGN KEY ("corporation_id", "desk_id") REFERENCES "desk_corporation"("corporation_id", "desk_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_suggestion" ADD CONSTRAINT "protocol_suggestion_desk_id_account_id_fkey" FOREIGN KEY ("desk_id", "account_id") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_suggestion" ADD CONSTRAINT "protocol_suggestion_corporation_id_settled_by_fkey" FOREIGN KEY ("corporation_id", "settled_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triage_run" ADD CONSTRAINT "triage_run_corporation_id_contact_id_fkey" FOREIGN KEY ("corporation_id", "contact_id") REFERENCES "desk_contact"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triage_run" ADD CONSTRAINT "triage_run_corporation_id_desk_id_fkey" FOREIGN KEY ("corporation_id", "desk_id") REFERENCES "desk_corporation"("corporation_id", "desk_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triage_run" ADD CONSTRAINT "triage_run_desk_id_started_by_fkey" FOREIGN KEY ("desk_id", "started_by") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triage_run" ADD CONSTRAINT "triage_run_desk_id_overridden_by_fkey" FOREIGN KEY ("desk_id", "overridden_by") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triage_run" ADD CONSTRAINT "triage_run_corporation_id_kind_version_fkey" FOREIGN KEY ("corporation_id", "kind", "version") REFERENCES "protocol_version"("corporation_id", "kind", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triage_run" ADD CONSTRAINT "triage_run_base_hash_fkey" FOREIGN KEY ("base_hash") REFERENCES "base_protocol"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triage_entry" ADD CONSTRAINT "triage_entry_corporation_id_run_id_fkey" FOREIGN KEY ("corporation_id", "run_id") REFERENCES "triage_run"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triage_entry" ADD CONSTRAINT "triage_entry_desk_id_account_id_fkey" FOREIGN KEY ("desk_id", "account_id") REFERENCES "desk_member"("desk_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_paper" ADD CONSTRAINT "protocol_paper_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_by_corporation('protocol_draft');
SELECT protect_by_corporation('protocol_change');
SELECT protect_by_corporation('protocol_version');
SELECT protect_by_corporation('text_approval');
SELECT protect_by_corporation('protocol_suggestion');
SELECT protect_by_corporation('triage_run');
SELECT protect_by_corporation('triage_entry');
SELECT protect_by_corporation('protocol_paper');

-- What a contact is about has the names of the protocols.
ALTER TABLE "desk_contact" DROP CONSTRAINT "desk_contact_kind_check";
UPDATE desk_contact SET kind = renamed.after FROM (VALUES ('gas-or-carbon-monoxide', 'gas-leak'), ('fire-or-smoke', 'fire'), ('water', 'water-leak'),
  ('heating', 'no-heating'), ('hot-water', 'no-hot-water'), ('power', 'power-failure'), ('drain', 'blocked-drain'),
  ('lift', 'lift-out-of-order'), ('door-or-window', 'home-not-closing'), ('storm', 'roof-leak'), ('nuisance', 'threat'))
  AS renamed (before, after) WHERE kind = renamed.before;
ALTER TABLE "desk_contact"
  ADD CONSTRAINT "desk_contact_kind_check" CHECK ("kind" IN ('gas-leak', 'carbon-monoxide', 'fire', 'water-leak', 'roof-leak', 'no-heating', 'no-hot-water', 'no-water', 'power-failure', 'blocked-drain', 'trapped-in-lift', 'lift-out-of-order', 'locked-out', 'home-not-closing', 'broken-glass', 'water-near-power', 'asbestos', 'shared-areas', 'fire-alarm', 'ventilation', 'threat', 'other-repair', 'rent', 'moving', 'worry-about-somebody', 'chat', 'other-question'));
ALTER TABLE "protocol_change"
  ADD CONSTRAINT "protocol_change_kind_check" CHECK ("kind" IN ('gas-leak', 'carbon-monoxide', 'fire', 'water-leak', 'roof-leak', 'no-heating', 'no-hot-water', 'no-water', 'power-failure', 'blocked-drain', 'trapped-in-lift', 'lift-out-of-order', 'locked-out', 'home-not-closing', 'broken-glass', 'water-near-power', 'asbestos', 'shared-areas', 'fire-alarm', 'ventilation', 'threat'));
ALTER TABLE "protocol_draft"
  ADD CONSTRAINT "protocol_draft_kind_check" CHECK ("kind" IN ('gas-leak', 'carbon-monoxide', 'fire', 'water-leak', 'roof-leak', 'no-heating', 'no-hot-water', 'no-water', 'power-failure', 'blocked-drain', 'trapped-in-lift', 'lift-out-of-order', 'locked-out', 'home-not-closing', 'broken-glass', 'water-near-power', 'asbestos', 'shared-areas', 'fire-alarm', 'ventilation', 'threat'));
ALTER TABLE "protocol_suggestion"
  ADD CONSTRAINT "protocol_suggestion_kind_check" CHECK ("kind" IN ('gas-leak', 'carbon-monoxide', 'fire', 'water-leak', 'roof-leak', 'no-heating', 'no-hot-water', 'no-water', 'power-failure', 'blocked-drain', 'trapped-in-lift', 'lift-out-of-order', 'locked-out', 'home-not-closing', 'broken-glass', 'water-near-power', 'asbestos', 'shared-areas', 'fire-alarm', 'ventilation', 'threat'));
ALTER TABLE "protocol_version"
  ADD CONSTRAINT "protocol_version_kind_check" CHECK ("kind" IN ('gas-leak', 'carbon-monoxide', 'fire', 'water-leak', 'roof-leak', 'no-heating', 'no-hot-water', 'no-water', 'power-failure', 'blocked-drain', 'trapped-in-lift', 'lift-out-of-order', 'locked-out', 'home-not-closing', 'broken-glass', 'water-near-power', 'asbestos', 'shared-areas', 'fire-alarm', 'ventilation', 'threat'));
ALTER TABLE "text_approval"
  ADD CONSTRAINT "text_approval_kind_check" CHECK ("kind" IN ('gas-leak', 'carbon-monoxide', 'fire', 'water-leak', 'roof-leak', 'no-heating', 'no-hot-water', 'no-water', 'power-failure', 'blocked-drain', 'trapped-in-lift', 'lift-out-of-order', 'locked-out', 'home-not-closing', 'broken-glass', 'water-near-power', 'asbestos', 'shared-areas', 'fire-alarm', 'ventilation', 'threat'));
ALTER TABLE "triage_entry"
  ADD CONSTRAINT "triage_entry_kind_check" CHECK ("kind" IN ('answer', 'circumstances', 'verdict', 'override', 'safety-read', 'costs-agreed', 'ring-back', 'rung-back', 'read-back'));
ALTER TABLE "triage_run"
  ADD CONSTRAINT "triage_run_circumstances_check" CHECK ("circumstances" <@ ARRAY['second-call', 'frail', 'medical-device', 'child', 'frost', 'heat', 'not-there', 'uneasy']);
ALTER TABLE "triage_run"
  ADD CONSTRAINT "triage_run_kind_check" CHECK ("kind" IN ('gas-leak', 'carbon-monoxide', 'fire', 'water-leak', 'roof-leak', 'no-heating', 'no-hot-water', 'no-water', 'power-failure', 'blocked-drain', 'trapped-in-lift', 'lift-out-of-order', 'locked-out', 'home-not-closing', 'broken-glass', 'water-near-power', 'asbestos', 'shared-areas', 'fire-alarm', 'ventilation', 'threat'));

-- A run is judged on a version of the corporation or on the base, and on one thing at a time.
ALTER TABLE triage_run ADD CONSTRAINT triage_run_pinned_check CHECK ((version IS NULL) <> (base_hash IS NULL)),
  ADD CONSTRAINT triage_run_judged_check CHECK ((verdict IS NULL) = (judged_at IS NULL));
CREATE UNIQUE INDEX triage_run_one_of_contact ON triage_run (corporation_id, contact_id) WHERE replaced_at IS NULL;
CREATE INDEX triage_run_ring_back ON triage_run (desk_id, ring_back_at) WHERE ring_back_at IS NOT NULL AND rung_back_at IS NULL;
-- Whoever finds it ready and whoever publishes it are two.
ALTER TABLE protocol_version ADD CONSTRAINT protocol_version_two_people_check CHECK (proposed_by <> published_by);

-- What was published, was said by the house or was answered stays as it was, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% never changes', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER never_changes BEFORE UPDATE ON protocol_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changes BEFORE UPDATE ON base_protocol FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changes BEFORE UPDATE ON protocol_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE ON protocol_version, protocol_change, triage_run, triage_entry FROM rondbel_app;
-- What somebody typed goes when the contact is anonymised.
GRANT UPDATE (words_sealed) ON triage_entry TO rondbel_app;

-- What Rondbel brings with it is everybody's to read; whoever starts a new version writes what is new in it.
ALTER TABLE base_protocol ENABLE ROW LEVEL SECURITY;
ALTER TABLE base_protocol FORCE ROW LEVEL SECURITY;
CREATE POLICY of_nobody ON base_protocol TO rondbel_app, rondbel_desk USING (true) WITH CHECK (true);
CREATE POLICY of_owner ON base_protocol USING (app_is_owner('base_protocol'));
GRANT SELECT, INSERT ON base_protocol TO rondbel_app;
GRANT SELECT ON base_protocol TO rondbel_desk;

-- What a desk has of it: the protocols of the corporation in hand, and its own runs, of which the columns hold codes only.
SELECT share_with_desk('protocol_version', '{corporation_id,kind,number,body,hash,base_hash,published_at}');
SELECT share_with_desk('text_approval', '{corporation_id,kind,text_hash,approved_by,approved_at}');
CREATE POLICY own_desk ON triage_run AS RESTRICTIVE TO rondbel_desk USING (desk_id = (SELECT app_desk()));
CREATE POLICY in_hand ON triage_entry AS RESTRICTIVE TO rondbel_desk USING (corporation_id = (SELECT app_one_corporation())
  AND desk_id = (SELECT app_desk()));
CREATE POLICY own_desk ON protocol_suggestion AS RESTRICTIVE TO rondbel_desk USING (desk_id = (SELECT app_desk()));
GRANT SELECT, INSERT ON triage_run, triage_entry, protocol_suggestion TO rondbel_desk;
GRANT UPDATE (replaced_at, answers, circumstances, verdict, judged_at, override, overridden_by, read_back_at, ring_back_at, rung_back_at)
  ON triage_run TO rondbel_desk;
GRANT SELECT ON protocol_paper TO rondbel_desk;
