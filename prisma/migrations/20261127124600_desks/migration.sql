-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "uses_circumstances" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "desk_id" INTEGER;

-- CreateTable
CREATE TABLE "desk_member" (
    "desk_id" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_member_pkey" PRIMARY KEY ("desk_id","account_id")
);

-- CreateTable
CREATE TABLE "desk_event" (
    "desk_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "account_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "desk_event_pkey" PRIMARY KEY ("desk_id","id")
);

-- CreateTable
CREATE TABLE "desk_link" (
    "desk_id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "desk_link_pkey" PRIMARY KEY ("desk_id","seq")
);

-- CreateTable
CREATE TABLE "desk" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Amsterdam',
    "idle_minutes" INTEGER NOT NULL DEFAULT 60,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_corporation" (
    "corporation_id" INTEGER NOT NULL,
    "desk_id" INTEGER NOT NULL,
    "serves_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "serves_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_corporation_pkey" PRIMARY KEY ("corporation_id","desk_id")
);

-- CreateIndex
CREATE INDEX "desk_member_account_id_idx" ON "desk_member"("account_id");

-- CreateIndex
CREATE INDEX "desk_event_desk_id_subject_kind_subject_id_idx" ON "desk_event"("desk_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "desk_link_desk_id_event_id_key" ON "desk_link"("desk_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "desk_slug_key" ON "desk"("slug");

-- CreateIndex
CREATE INDEX "desk_corporation_desk_id_idx" ON "desk_corporation"("desk_id");

-- AddForeignKey
ALTER TABLE "desk_member" ADD CONSTRAINT "desk_member_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_member" ADD CONSTRAINT "desk_member_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_corporation" ADD CONSTRAINT "desk_corporation_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_corporation" ADD CONSTRAINT "desk_corporation_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_by_corporation('desk_corporation');

ALTER TABLE "desk_member"
  ADD CONSTRAINT "desk_member_role_check" CHECK ("role" IN ('desk-administrator', 'supervisor', 'operator'));

-- Desks. The roles "rondbel_desk" and "rondbel_guest" are made before: prisma/server-roles.ts. A desk works for many
-- corporations at once and sees of each no more than is granted here; a guest is whoever has a link and nothing else.
GRANT USAGE ON SCHEMA public TO rondbel_desk, rondbel_guest;

CREATE FUNCTION app_desk() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.desk', true), '')::integer;
CREATE FUNCTION app_is_owner(name regclass) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = name), 'MEMBER');

-- More than one corporation at once is for a desk, and for the owner, who makes backups; anybody else then has none at all.
CREATE OR REPLACE FUNCTION app_corporations() RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN strpos(current_setting('app.corporations', true), ',') = 0 OR current_user NOT IN ('rondbel_app', 'rondbel_guest')
    THEN ('{' || nullif(current_setting('app.corporations', true), '') || '}')::integer[] END;
-- The corporation in hand: one, or none.
CREATE FUNCTION app_one_corporation() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN strpos(current_setting('app.corporations', true), ',') = 0 THEN nullif(current_setting('app.corporations', true), '')::integer END;

-- Lets a desk read these columns, of the one corporation it has in hand: no search goes through several, whatever a query forgets.
CREATE FUNCTION share_with_desk(name regclass, columns text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT SELECT (%s) ON %s TO rondbel_desk',
    (SELECT string_agg(quote_ident(c), ', ') FROM unnest(columns) c), name);
  EXECUTE format('CREATE POLICY in_hand ON %s AS RESTRICTIVE TO rondbel_desk USING (corporation_id = (SELECT app_one_corporation()))', name);
END $$;
REVOKE ALL ON FUNCTION share_with_desk(regclass, text[]) FROM PUBLIC;

-- Puts a table that has no corporation under its desk.
CREATE FUNCTION protect_by_desk(name regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY by_desk ON %s TO rondbel_desk USING (desk_id = (SELECT app_desk())) WITH CHECK (desk_id = (SELECT app_desk()))', name);
  EXECUTE format('CREATE POLICY of_owner ON %s USING (app_is_owner(%L))', name, name);
END $$;
REVOKE ALL ON FUNCTION protect_by_desk(regclass) FROM PUBLIC;

-- What a desk sees of a corporation's people. Never: conversations, drafts, attempts, circumstances, selections, lists,
-- gestures, referrals.
SELECT share_with_desk('tenant', '{corporation_id,id,number,home_id,sex,initials,first_name,infix,last_name,search_name,is_estate,birth_on,deceased_on,is_deceased,landline,mobile,other_phone,email,language,tenancy_ended_on,is_do_not_call,objected_at,reported_moved_at,reported_deceased_at,wants_calls,attention_sealed,gone_since}');
SELECT share_with_desk('home', '{corporation_id,id,number,street,house_number,addition,postcode,city,municipality,complex,search_street}');
SELECT share_with_desk('campaign', '{corporation_id,id,name,state,uses_circumstances,launched_at,closed_at}');
SELECT share_with_desk('target', '{corporation_id,id,campaign_id,home_id,tenant_id,state,next_at,finished_at}');
SELECT share_with_desk('follow_up', '{corporation_id,id,tenant_id,kind,due_on,due_time,state}');
SELECT share_with_desk('urgent_number', '{corporation_id,id,position,name,phone,ring_when,notes}');
-- The name alone of a round about arrears tells who is in arrears.
CREATE POLICY no_circumstances ON campaign AS RESTRICTIVE TO rondbel_desk USING (NOT uses_circumstances);
CREATE POLICY no_circumstances ON target AS RESTRICTIVE TO rondbel_desk USING (
  EXISTS (SELECT FROM campaign c WHERE c.corporation_id = target.corporation_id AND c.id = target.campaign_id));
-- Rounds that were started before: what they ask for stands in their criteria. A draft is judged when it is saved.
UPDATE campaign SET uses_circumstances = criteria::text ~ '"(nuisance|arrears)' WHERE state <> 'draft';

-- What a desk does with the books.
GRANT INSERT ON audit_event TO rondbel_desk;
CREATE POLICY in_hand ON audit_event AS RESTRICTIVE TO rondbel_desk USING (corporation_id = (SELECT app_one_corporation()));
GRANT SELECT, INSERT ON idempotent_write TO rondbel_desk;
CREATE POLICY in_hand ON idempotent_write AS RESTRICTIVE TO rondbel_desk USING (corporation_id = (SELECT app_one_corporation()));
SELECT protect_by_desk('desk_event');
SELECT protect_by_desk('desk_link');
GRANT SELECT, INSERT ON desk_event, desk_link TO rondbel_desk;

-- Corporations, desks and people.
GRANT SELECT (id, slug, name, time_zone, language, contact_email, sealed_key) ON corporation TO rondbel_desk;
ALTER POLICY colleagues ON account TO rondbel_app;
ALTER POLICY colleagues ON session TO rondbel_app;
GRANT SELECT (id, email, name, language, ended_at), UPDATE (language, password_hash) ON account TO rondbel_desk;
GRANT SELECT, INSERT, UPDATE ON session TO rondbel_desk;
CREATE POLICY of_one_desk ON account FOR SELECT TO rondbel_desk USING (EXISTS (
  SELECT FROM desk_member m WHERE m.account_id = account.id AND m.desk_id = (SELECT app_desk())));

ALTER TABLE desk ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk FORCE ROW LEVEL SECURITY;
CREATE POLICY before_sign_in ON desk USING (app_before_sign_in()) WITH CHECK (app_before_sign_in());
CREATE POLICY own ON desk TO rondbel_desk USING (id = (SELECT app_desk()));
CREATE POLICY serving ON desk FOR SELECT TO rondbel_app USING (EXISTS (SELECT FROM desk_corporation s WHERE s.desk_id = desk.id));
GRANT SELECT, INSERT, UPDATE ON desk TO rondbel_app;
GRANT SELECT, UPDATE (name, time_zone, idle_minutes) ON desk TO rondbel_desk;
GRANT USAGE ON SEQUENCE desk_id_seq TO rondbel_app;

ALTER TABLE desk_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk_member FORCE ROW LEVEL SECURITY;
CREATE POLICY before_sign_in ON desk_member USING (app_before_sign_in()) WITH CHECK (app_before_sign_in());
CREATE POLICY own ON desk_member FOR SELECT TO rondbel_app USING (account_id = (SELECT app_account()));
CREATE POLICY by_desk ON desk_member TO rondbel_desk USING (desk_id = (SELECT app_desk())) WITH CHECK (desk_id = (SELECT app_desk()));
GRANT SELECT, INSERT, UPDATE ON desk_member TO rondbel_app, rondbel_desk;

-- A corporation says who answers for it; the desk reads its own part.
CREATE POLICY before_sign_in ON desk_corporation FOR SELECT USING (app_before_sign_in());
CREATE POLICY own_desk ON desk_corporation AS RESTRICTIVE TO rondbel_desk USING (desk_id = (SELECT app_desk()));
GRANT SELECT ON desk_corporation TO rondbel_desk;
REVOKE DELETE ON desk_corporation FROM rondbel_app;
