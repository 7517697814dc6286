-- CreateTable
CREATE TABLE "campaign_day" (
    "corporation_id" INTEGER NOT NULL,
    "campaign_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "reached" INTEGER NOT NULL,
    "to_do" INTEGER NOT NULL,

    CONSTRAINT "campaign_day_pkey" PRIMARY KEY ("corporation_id","campaign_id","on")
);

-- AddForeignKey
ALTER TABLE "campaign_day" ADD CONSTRAINT "campaign_day_corporation_id_campaign_id_fkey" FOREIGN KEY ("corporation_id", "campaign_id") REFERENCES "campaign"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT protect_by_corporation('campaign_day');
