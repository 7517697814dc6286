-- AlterTable
ALTER TABLE "target" ADD COLUMN     "moved_from" JSONB;
