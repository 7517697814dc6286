-- AlterTable
ALTER TABLE "call_draft" ADD COLUMN     "form_key" UUID,
ALTER COLUMN "fence" SET DEFAULT 0;

-- AlterTable
ALTER TABLE "conversation_draft" ADD COLUMN     "form_key" UUID,
ADD COLUMN     "written_by" UUID;

-- AddForeignKey
ALTER TABLE "conversation_draft" ADD CONSTRAINT "conversation_draft_corporation_id_written_by_fkey" FOREIGN KEY ("corporation_id", "written_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;
