-- AlterTable
ALTER TABLE "session" ADD COLUMN     "is_shared" BOOLEAN NOT NULL DEFAULT false;
