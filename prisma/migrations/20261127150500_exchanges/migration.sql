-- AlterTable
ALTER TABLE "desk" ADD COLUMN     "sealed_key" BYTEA;

-- CreateTable
CREATE TABLE "exchange" (
    "desk_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mode" TEXT NOT NULL DEFAULT 'pull',
    "secret_sealed" BYTEA NOT NULL,
    "former_secret_sealed" BYTEA,
    "addresses" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "last_heard_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "exchange_pkey" PRIMARY KEY ("desk_id","id")
);

-- CreateTable
CREATE TABLE "dialled_number" (
    "desk_id" INTEGER NOT NULL,
    "exchange_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "corporation_id" INTEGER NOT NULL,
    "line_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dialled_number_pkey" PRIMARY KEY ("desk_id","exchange_id","number")
);

-- CreateTable
CREATE TABLE "exchange_event" (
    "desk_id" INTEGER NOT NULL,
    "exchange_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "call_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "normalised" JSONB NOT NULL,

    CONSTRAINT "exchange_event_pkey" PRIMARY KEY ("desk_id","exchange_id","event_id")
);

-- CreateTable
CREATE TABLE "exchange_call" (
    "desk_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "exchange_id" UUID NOT NULL,
    "call_id" TEXT NOT NULL,
    "corporation_id" INTEGER,
    "line_id" UUID,
    "contact_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'ringing',
    "phone" TEXT,
    "is_hidden" BOOLEAN NOT NULL DEFAULT false,
    "dialled" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "heard_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "exchange_call_pkey" PRIMARY KEY ("desk_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "exchange_id_key" ON "exchange"("id");

-- CreateIndex
CREATE INDEX "dialled_number_corporation_id_line_id_idx" ON "dialled_number"("corporation_id", "line_id");

-- CreateIndex
CREATE INDEX "exchange_event_desk_id_exchange_id_call_id_idx" ON "exchange_event"("desk_id", "exchange_id", "call_id");

-- CreateIndex
CREATE INDEX "exchange_event_desk_id_received_at_idx" ON "exchange_event"("desk_id", "received_at");

-- CreateIndex
CREATE INDEX "exchange_call_corporation_id_line_id_idx" ON "exchange_call"("corporation_id", "line_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_call_exchange_id_call_id_key" ON "exchange_call"("exchange_id", "call_id");

-- AddForeignKey
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialled_number" ADD CONSTRAINT "dialled_number_desk_id_exchange_id_fkey" FOREIGN KEY ("desk_id", "exchange_id") REFERENCES "exchange"("desk_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialled_number" ADD CONSTRAINT "dialled_number_corporation_id_line_id_fkey" FOREIGN KEY ("corporation_id", "line_id") REFERENCES "phone_line"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_event" ADD CONSTRAINT "exchange_event_desk_id_exchange_id_fkey" FOREIGN KEY ("desk_id", "exchange_id") REFERENCES "exchange"("desk_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_call" ADD CONSTRAINT "exchange_call_desk_id_exchange_id_fkey" FOREIGN KEY ("desk_id", "exchange_id") REFERENCES "exchange"("desk_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_call" ADD CONSTRAINT "exchange_call_corporation_id_line_id_fkey" FOREIGN KEY ("corporation_id", "line_id") REFERENCES "phone_line"("corporation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "exchange"
  ADD CONSTRAINT "exchange_kind_check" CHECK ("kind" IN ('voys', 'twilio', 'telnyx', 'asterisk', '3cx', 'generic'));
ALTER TABLE "exchange"
  ADD CONSTRAINT "exchange_mode_check" CHECK ("mode" IN ('push', 'pull'));
ALTER TABLE "exchange_call"
  ADD CONSTRAINT "exchange_call_state_check" CHECK ("state" IN ('ringing', 'answered', 'ended'));

-- The telephone is the desk's; whose line was rung stands beside the call.
SELECT protect_by_desk('exchange');
SELECT protect_by_desk('dialled_number');
SELECT protect_by_desk('exchange_event');
SELECT protect_by_desk('exchange_call');
GRANT SELECT, INSERT, UPDATE (name, mode, addresses, secret_sealed, former_secret_sealed, last_heard_at, ended_at) ON exchange TO rondbel_desk;
GRANT SELECT, INSERT, DELETE ON dialled_number TO rondbel_desk;
-- What an exchange said is never changed, and stays for 28 days.
GRANT SELECT, INSERT, DELETE ON exchange_event TO rondbel_desk;
CREATE POLICY kept ON exchange_event AS RESTRICTIVE FOR DELETE TO rondbel_desk USING (received_at < clock_timestamp() - interval '28 days');
GRANT SELECT, INSERT, UPDATE, DELETE ON exchange_call TO rondbel_desk;
CREATE POLICY kept ON exchange_call AS RESTRICTIVE FOR DELETE TO rondbel_desk USING (heard_at < clock_timestamp() - interval '28 days');
-- A call has a corporation and a line, or neither yet.
ALTER TABLE exchange_call ADD CONSTRAINT exchange_call_place CHECK (num_nulls(corporation_id, line_id) IN (0, 2));
CREATE INDEX exchange_call_ringing ON exchange_call (desk_id, heard_at) WHERE state = 'ringing';
CREATE INDEX exchange_call_unassigned ON exchange_call (desk_id, started_at) WHERE corporation_id IS NULL;

-- Who rings at the door is found before any desk is known, by the number in the address.
CREATE POLICY before_sign_in ON exchange FOR SELECT TO rondbel_app USING (app_before_sign_in());
GRANT SELECT (desk_id, id, kind, secret_sealed, former_secret_sealed, addresses, ended_at) ON exchange TO rondbel_app;
-- What a desk seals with: made with the desk, and for one that was there before when it is first needed.
GRANT UPDATE (sealed_key) ON desk TO rondbel_desk;
