-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "before" JSONB;

-- AlterTable
ALTER TABLE "conversation_version" ADD COLUMN     "language_sealed" BYTEA,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "spoke_with_sealed" BYTEA;

ALTER TABLE "conversation_version"
  ADD CONSTRAINT "conversation_version_outcome_check" CHECK ("outcome" IN ('spoken', 'no-answer', 'voicemail', 'call-back-later', 'wrong-number', 'declined', 'busy', 'spoke-to-other', 'out-of-service', 'language-barrier', 'moved', 'deceased', 'skipped'));
