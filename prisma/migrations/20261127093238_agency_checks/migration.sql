-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "checked_by" UUID,
ADD COLUMN     "municipality" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "opening_hours" TEXT NOT NULL DEFAULT '';

-- AddForeignKey
ALTER TABLE "agency" ADD CONSTRAINT "agency_corporation_id_checked_by_fkey" FOREIGN KEY ("corporation_id", "checked_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;
