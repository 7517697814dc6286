-- CreateTable
CREATE TABLE "tenant_report" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "tenant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason_sealed" BYTEA,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3),
    "seen_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "tenant_report_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateIndex
CREATE INDEX "tenant_report_corporation_id_tenant_id_idx" ON "tenant_report"("corporation_id", "tenant_id");

-- CreateIndex
CREATE INDEX "tenant_report_corporation_id_seen_at_idx" ON "tenant_report"("corporation_id", "seen_at");

-- AddForeignKey
ALTER TABLE "tenant_report" ADD CONSTRAINT "tenant_report_corporation_id_tenant_id_fkey" FOREIGN KEY ("corporation_id", "tenant_id") REFERENCES "tenant"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_report" ADD CONSTRAINT "tenant_report_corporation_id_account_id_fkey" FOREIGN KEY ("corporation_id", "account_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_report" ADD CONSTRAINT "tenant_report_corporation_id_seen_by_fkey" FOREIGN KEY ("corporation_id", "seen_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_report" ADD CONSTRAINT "tenant_report_corporation_id_undone_by_fkey" FOREIGN KEY ("corporation_id", "undone_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_by_corporation('tenant_report');

ALTER TABLE "tenant_report"
  ADD CONSTRAINT "tenant_report_kind_check" CHECK ("kind" IN ('deceased', 'moved', 'objected', 'worry'));
