-- AlterTable
ALTER TABLE "conversation" ADD COLUMN     "language_sealed" BYTEA,
ADD COLUMN     "spoke_with_sealed" BYTEA;

-- AlterTable
ALTER TABLE "target" ADD COLUMN     "set_aside_at" TIMESTAMPTZ(3),
ADD COLUMN     "set_aside_by" UUID;
