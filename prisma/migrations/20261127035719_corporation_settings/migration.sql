-- AlterTable
ALTER TABLE "corporation" ADD COLUMN     "calling_hours" JSONB,
ADD COLUMN     "card_cents" INTEGER NOT NULL DEFAULT 250,
ADD COLUMN     "contact_email" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "flowers_cents" INTEGER NOT NULL DEFAULT 2500,
ADD COLUMN     "gesture_budget_cents" INTEGER,
ADD COLUMN     "idle_minutes" INTEGER NOT NULL DEFAULT 30;
