-- CreateIndex
CREATE INDEX "tenant_import_change_corporation_id_subject_id_idx" ON "tenant_import_change"("corporation_id", "subject_id");
