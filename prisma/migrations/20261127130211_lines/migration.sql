-- CreateTable
CREATE TABLE "phone_line" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "phone_line_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "line_hours" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "line_id" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "opens" TEXT,
    "closes" TEXT,
    "desk_id" INTEGER,

    CONSTRAINT "line_hours_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateTable
CREATE TABLE "line_switch" (
    "corporation_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "line_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3),
    "desk_id" INTEGER,

    CONSTRAINT "line_switch_pkey" PRIMARY KEY ("corporation_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "phone_line_corporation_id_name_key" ON "phone_line"("corporation_id", "name");

-- CreateIndex
CREATE INDEX "line_hours_corporation_id_line_id_idx" ON "line_hours"("corporation_id", "line_id");

-- CreateIndex
CREATE INDEX "line_switch_corporation_id_line_id_from_at_idx" ON "line_switch"("corporation_id", "line_id", "from_at");

-- AddForeignKey
ALTER TABLE "line_hours" ADD CONSTRAINT "line_hours_corporation_id_line_id_fkey" FOREIGN KEY ("corporation_id", "line_id") REFERENCES "phone_line"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_hours" ADD CONSTRAINT "line_hours_corporation_id_desk_id_fkey" FOREIGN KEY ("corporation_id", "desk_id") REFERENCES "desk_corporation"("corporation_id", "desk_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_switch" ADD CONSTRAINT "line_switch_corporation_id_line_id_fkey" FOREIGN KEY ("corporation_id", "line_id") REFERENCES "phone_line"("corporation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_switch" ADD CONSTRAINT "line_switch_corporation_id_desk_id_fkey" FOREIGN KEY ("corporation_id", "desk_id") REFERENCES "desk_corporation"("corporation_id", "desk_id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_by_corporation('phone_line');
SELECT protect_by_corporation('line_hours');
SELECT protect_by_corporation('line_switch');

ALTER TABLE "phone_line"
  ADD CONSTRAINT "phone_line_kind_check" CHECK ("kind" IN ('urgent-repairs', 'general', 'chat'));
ALTER TABLE "line_switch"
  ADD CONSTRAINT "line_switch_kind_check" CHECK ("kind" IN ('closed', 'outage', 'redirected'));

-- A desk reads how the lines are answered of every corporation it serves: nobody stands in them.
GRANT SELECT ON phone_line, line_hours, line_switch TO rondbel_desk;
-- An interval has all of it, a closed day nothing.
ALTER TABLE line_hours ADD CONSTRAINT line_hours_whole CHECK (num_nulls(opens, closes, desk_id) IN (0, 3));
ALTER TABLE line_switch ADD CONSTRAINT line_switch_desk CHECK ((kind = 'redirected') = (desk_id IS NOT NULL));
