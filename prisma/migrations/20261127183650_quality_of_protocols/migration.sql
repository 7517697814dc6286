-- AlterTable
ALTER TABLE "protocol_suggestion" ADD COLUMN     "is_done" BOOLEAN,
ADD COLUMN     "place" TEXT,
ADD COLUMN     "signal" TEXT;

-- AlterTable
ALTER TABLE "triage_run" ADD COLUMN     "corrected" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "read_back_corrected" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "safety_lines" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "safety_read" SMALLINT NOT NULL DEFAULT 0;

ALTER TABLE "protocol_suggestion"
  ADD CONSTRAINT "protocol_suggestion_signal_check" CHECK ("signal" IN ('rang-again', 'raised', 'lowered', 'danger-unknown', 'does-not-know', 'answered-anew', 'replaced', 'safety-unread', 'open', 'slow', 'read-back-corrected'));

-- What the figures count of a run comes from its entries, which a desk sees of one corporation at a time only.
GRANT UPDATE (corrected, read_back_corrected, safety_lines, safety_read) ON triage_run TO rondbel_desk;
-- What the corporation made of a suggestion; the words of it stay as they were written.
REVOKE UPDATE, DELETE ON protocol_suggestion FROM rondbel_app;
GRANT UPDATE (settled_by, settled_at, is_done) ON protocol_suggestion TO rondbel_app;
ALTER TABLE protocol_suggestion ADD CONSTRAINT protocol_suggestion_settled_check
  CHECK ((settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL) = (is_done IS NULL));
