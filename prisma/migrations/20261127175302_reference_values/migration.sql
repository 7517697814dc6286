-- CreateTable
CREATE TABLE "reference_value" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "key" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "value" TEXT,
    "set_by" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reference_value_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateIndex
CREATE INDEX "reference_value_corporation_id_key_from_on_idx" ON "reference_value"("corporation_id", "key", "from_on");

-- AddForeignKey
ALTER TABLE "reference_value" ADD CONSTRAINT "reference_value_corporation_id_set_by_fkey" FOREIGN KEY ("corporation_id", "set_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_by_corporation('reference_value');

ALTER TABLE "reference_value"
  ADD CONSTRAINT "reference_value_key_check" CHECK ("key" IN ('emergency', 'gas-and-power', 'fire-brigade', 'police', 'suicide-prevention', 'listening-line', 'duty-officer', 'asbestos-specialist', 'water-company', 'heat-supplier', 'office', 'call-out-weekday', 'call-out-night', 'call-out-weekend', 'locked-out-weekday', 'locked-out-evening', 'locked-out-weekend', 'office-hours', 'first-call'));

-- What has begun stays as it was told: no row is changed, and only what is planned may be taken away.
REVOKE UPDATE ON reference_value FROM rondbel_app;
CREATE POLICY planned ON reference_value AS RESTRICTIVE FOR DELETE TO rondbel_app USING (
  from_on > (SELECT (now() AT TIME ZONE c.time_zone)::date FROM corporation c WHERE c.id = reference_value.corporation_id));

-- A desk reads what it tells the callers of the corporation in hand; when its office is open is one of these things.
SELECT share_with_desk('reference_value', '{corporation_id,id,key,from_on,value}');
GRANT SELECT (office_hours) ON corporation TO rondbel_desk;
-- Whoever opened the page of a line reads there whom to ring first.
SELECT share_with_guest('reference_value', '{corporation_id,id,key,from_on,value}',
  'key IN (''emergency'', ''gas-and-power'', ''suicide-prevention'', ''listening-line'')
    AND EXISTS (SELECT FROM phone_line l WHERE l.corporation_id = reference_value.corporation_id)');
