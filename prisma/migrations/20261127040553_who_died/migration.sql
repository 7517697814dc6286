-- AlterTable
ALTER TABLE "tenant" ADD COLUMN     "is_deceased" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "tenant_import_row" ADD COLUMN     "is_deceased" BOOLEAN;

-- CreateTable
CREATE TABLE "deceased_answer" (
    "corporation_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "is_deceased" BOOLEAN NOT NULL,
    "account_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deceased_answer_pkey" PRIMARY KEY ("corporation_id","number","mark")
);

-- AddForeignKey
ALTER TABLE "deceased_answer" ADD CONSTRAINT "deceased_answer_corporation_id_account_id_fkey" FOREIGN KEY ("corporation_id", "account_id") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_by_corporation('deceased_answer');
