-- CreateTable
CREATE TABLE "home_warning" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "home_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason_sealed" BYTEA NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "home_warning_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateIndex
CREATE INDEX "home_warning_corporation_id_home_id_idx" ON "home_warning"("corporation_id", "home_id");

-- CreateIndex
CREATE INDEX "home_warning_corporation_id_until_on_idx" ON "home_warning"("corporation_id", "until_on");

-- AddForeignKey
ALTER TABLE "home_warning" ADD CONSTRAINT "home_warning_corporation_id_home_id_fkey" FOREIGN KEY ("corporation_id", "home_id") REFERENCES "home"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_warning" ADD CONSTRAINT "home_warning_corporation_id_added_by_fkey" FOREIGN KEY ("corporation_id", "added_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_warning" ADD CONSTRAINT "home_warning_corporation_id_ended_by_fkey" FOREIGN KEY ("corporation_id", "ended_by") REFERENCES "membership"("corporation_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_by_corporation('home_warning');

ALTER TABLE "home_warning"
  ADD CONSTRAINT "home_warning_kind_check" CHECK ("kind" IN ('aggression', 'visit-in-pairs', 'dog', 'police-address', 'unsafe-home'));

ALTER TABLE home_warning ADD CONSTRAINT home_warning_days CHECK (until_on BETWEEN from_on AND from_on + interval '24 months');
ALTER TABLE home_warning ADD CONSTRAINT home_warning_ended CHECK ((ended_at IS NULL) = (ended_by IS NULL));

-- What a desk sees before somebody rings or goes there, and which numbers proved not to be somebody's.
SELECT share_with_desk('home_warning', '{corporation_id,id,home_id,kind,reason_sealed,from_on,until_on,ended_at}');
SELECT share_with_desk('number_strike', '{corporation_id,tenant_id,number}');

-- Whose number is it. One for each column: together they answer for whoever has the number in any of them.
CREATE INDEX tenant_landline ON tenant (corporation_id, landline) WHERE landline IS NOT NULL;
CREATE INDEX tenant_mobile ON tenant (corporation_id, mobile) WHERE mobile IS NOT NULL;
CREATE INDEX tenant_other_phone ON tenant (corporation_id, other_phone) WHERE other_phone IS NOT NULL;
-- The beginning of a number of a tenant or a home is a range, letter by letter whatever the locale.
CREATE INDEX tenant_number_letters ON tenant (corporation_id, number COLLATE "C") WHERE number IS NOT NULL;
CREATE INDEX home_number_letters ON home (corporation_id, number COLLATE "C") WHERE number IS NOT NULL;
