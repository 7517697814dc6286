-- AlterTable
ALTER TABLE "protocol_suggestion" ADD COLUMN     "answer" TEXT,
ADD COLUMN     "in_version" INTEGER;

-- What the corporation says of it; a desk reads that with the rest.
GRANT UPDATE (answer, in_version) ON protocol_suggestion TO rondbel_app;
ALTER TABLE protocol_suggestion ADD CONSTRAINT protocol_suggestion_answer_check
  CHECK ((answer IS NULL OR NOT is_done AND length(answer) <= 500) AND (in_version IS NULL OR is_done));
