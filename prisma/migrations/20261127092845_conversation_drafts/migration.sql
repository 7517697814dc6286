-- CreateTable
CREATE TABLE "conversation_draft" (
    "corporation_id" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_draft_pkey" PRIMARY KEY ("corporation_id","account_id","tenant_id")
);

-- CreateIndex
CREATE INDEX "conversation_draft_corporation_id_tenant_id_idx" ON "conversation_draft"("corporation_id", "tenant_id");

-- AddForeignKey
ALTER TABLE "conversation_draft" ADD CONSTRAINT "conversation_draft_corporation_id_tenant_id_fkey" FOREIGN KEY ("corporation_id", "tenant_id") REFERENCES "tenant"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_draft" ADD CONSTRAINT "conversation_draft_corporation_id_account_id_fkey" FOREIGN KEY ("corporation_id", "account_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_by_corporation('conversation_draft');
