-- AlterTable
ALTER TABLE "tenant_correction" ADD COLUMN     "listed_before" TEXT,
ADD COLUMN     "processed_at" TIMESTAMPTZ(3),
ADD COLUMN     "processed_by" UUID;

-- AddForeignKey
ALTER TABLE "tenant_correction" ADD CONSTRAINT "tenant_correction_corporation_id_processed_by_fkey" FOREIGN KEY ("corporation_id", "processed_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of what was told before this, the list's latest word is the only one known.
-- The owner is held to the policies as well: for this one statement not.
ALTER TABLE tenant_correction NO FORCE ROW LEVEL SECURITY;
UPDATE tenant_correction SET listed_before = list_value;
ALTER TABLE tenant_correction FORCE ROW LEVEL SECURITY;
