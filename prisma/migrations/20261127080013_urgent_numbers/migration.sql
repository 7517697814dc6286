-- CreateTable
CREATE TABLE "urgent_number" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "ring_when" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "urgent_number_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "urgent_number_corporation_id_name_key" ON "urgent_number"("corporation_id", "name");

SELECT protect_by_corporation('urgent_number');
