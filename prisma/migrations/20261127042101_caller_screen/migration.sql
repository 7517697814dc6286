-- AlterTable
ALTER TABLE "conversation" ADD COLUMN     "language_sealed" BYTEA,
ADD COLUMN     "spoke_with_sealed" BYTEA;

-- AlterTable
ALTER TABLE "target" ADD COLUMN     "set_aside_at" TIMESTAMPTZ(3),
ADD COLUMN     "set_aside_by" UUID;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_corporation_id_set_aside_by_fkey" FOREIGN KEY ("corporation_id", "set_aside_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;
