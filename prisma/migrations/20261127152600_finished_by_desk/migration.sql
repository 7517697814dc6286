-- AlterTable
ALTER TABLE "target" ADD COLUMN     "finished_desk_id" INTEGER;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_corporation_id_finished_desk_id_fkey" FOREIGN KEY ("corporation_id", "finished_desk_id") REFERENCES "desk_corporation"("corporation_id", "desk_id") ON DELETE RESTRICT ON UPDATE CASCADE;
