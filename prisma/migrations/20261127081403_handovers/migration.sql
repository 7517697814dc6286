-- AlterTable
ALTER TABLE "call_draft" ADD COLUMN     "written_by" UUID;

-- CreateTable
CREATE TABLE "handover" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "homes" INTEGER NOT NULL,
    "appointments" INTEGER NOT NULL,
    "follow_ups" INTEGER NOT NULL,
    "referrals" INTEGER NOT NULL,
    "drafts" INTEGER NOT NULL,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateIndex
CREATE INDEX "handover_corporation_id_to_id_seen_at_idx" ON "handover"("corporation_id", "to_id", "seen_at");

-- CreateIndex
CREATE INDEX "handover_corporation_id_from_id_idx" ON "handover"("corporation_id", "from_id");

-- AddForeignKey
ALTER TABLE "call_draft" ADD CONSTRAINT "call_draft_corporation_id_written_by_fkey" FOREIGN KEY ("corporation_id", "written_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_corporation_id_from_id_fkey" FOREIGN KEY ("corporation_id", "from_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_corporation_id_to_id_fkey" FOREIGN KEY ("corporation_id", "to_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_by_corporation('handover');
