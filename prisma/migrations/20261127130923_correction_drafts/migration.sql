-- CreateTable
CREATE TABLE "attempt_draft" (
    "corporation_id" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "form_key" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written_by" UUID,

    CONSTRAINT "attempt_draft_pkey" PRIMARY KEY ("corporation_id","account_id","attempt_id")
);

-- CreateTable
CREATE TABLE "correction_draft" (
    "corporation_id" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "form_key" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written_by" UUID,

    CONSTRAINT "correction_draft_pkey" PRIMARY KEY ("corporation_id","account_id","conversation_id")
);

-- CreateIndex
CREATE INDEX "attempt_draft_corporation_id_attempt_id_idx" ON "attempt_draft"("corporation_id", "attempt_id");

-- CreateIndex
CREATE INDEX "correction_draft_corporation_id_conversation_id_idx" ON "correction_draft"("corporation_id", "conversation_id");

-- AddForeignKey
ALTER TABLE "attempt_draft" ADD CONSTRAINT "attempt_draft_corporation_id_attempt_id_fkey" FOREIGN KEY ("corporation_id", "attempt_id") REFERENCES "attempt"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_draft" ADD CONSTRAINT "attempt_draft_corporation_id_account_id_fkey" FOREIGN KEY ("corporation_id", "account_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_draft" ADD CONSTRAINT "attempt_draft_corporation_id_written_by_fkey" FOREIGN KEY ("corporation_id", "written_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_draft" ADD CONSTRAINT "correction_draft_corporation_id_conversation_id_fkey" FOREIGN KEY ("corporation_id", "conversation_id") REFERENCES "conversation"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_draft" ADD CONSTRAINT "correction_draft_corporation_id_account_id_fkey" FOREIGN KEY ("corporation_id", "account_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_draft" ADD CONSTRAINT "correction_draft_corporation_id_written_by_fkey" FOREIGN KEY ("corporation_id", "written_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_by_corporation('attempt_draft');
SELECT protect_by_corporation('correction_draft');
