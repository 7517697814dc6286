-- CreateTable
CREATE TABLE "conversation_version" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "conversation_id" UUID NOT NULL,
    "notes_sealed" BYTEA,
    "wellbeing" TEXT,
    "topics" TEXT[],
    "urgent_sealed" BYTEA,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replaced_by" UUID NOT NULL,

    CONSTRAINT "conversation_version_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateIndex
CREATE INDEX "conversation_version_corporation_id_conversation_id_idx" ON "conversation_version"("corporation_id", "conversation_id");

-- AddForeignKey
ALTER TABLE "conversation_version" ADD CONSTRAINT "conversation_version_corporation_id_conversation_id_fkey" FOREIGN KEY ("corporation_id", "conversation_id") REFERENCES "conversation"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_version" ADD CONSTRAINT "conversation_version_corporation_id_replaced_by_fkey" FOREIGN KEY ("corporation_id", "replaced_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_by_corporation('conversation_version');

ALTER TABLE "conversation_version"
  ADD CONSTRAINT "conversation_version_topics_check" CHECK ("topics" <@ ARRAY['chat', 'loneliness', 'daily-help', 'care-support', 'informal-care', 'meals', 'transport', 'paperwork', 'digital-help', 'money', 'repair', 'home-adaptation', 'moving-house', 'energy-and-cold', 'garden', 'safety', 'neighbours', 'neighbourhood', 'activities', 'compliment', 'complaint', 'other']);
ALTER TABLE "conversation_version"
  ADD CONSTRAINT "conversation_version_wellbeing_check" CHECK ("wellbeing" IN ('good', 'watch', 'worry', 'urgent'));
