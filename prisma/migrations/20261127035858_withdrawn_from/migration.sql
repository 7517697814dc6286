-- AlterTable
ALTER TABLE "target" ADD COLUMN     "withdrawn_from" JSONB;

ALTER TABLE "target"
  DROP CONSTRAINT "target_withdrawn_reason_check",
  ADD CONSTRAINT "target_withdrawn_reason_check" CHECK ("withdrawn_reason" IN ('deceased', 'moved', 'not-listed', 'do-not-call', 'campaign-closed', 'no-longer-selected'));
