-- The role the application works under: it may read and write rows, owns nothing and bypasses nothing.
-- Roles belong to the whole server, so another database may have made it already, perhaps at this very moment.
DO $$
BEGIN
  CREATE ROLE rondbel_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

-- The role the job queue works under: owns its own schema "bullmq" and sees nothing else.
DO $$
BEGIN
  CREATE ROLE rondbel_queue NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'rondbel_app', 'MEMBER') THEN EXECUTE format('GRANT rondbel_app TO %I', current_user); END IF;
  IF NOT pg_has_role(current_user, 'rondbel_queue', 'MEMBER') THEN EXECUTE format('GRANT rondbel_queue TO %I', current_user); END IF;
  EXECUTE format('GRANT CREATE ON DATABASE %I TO rondbel_queue', current_database());
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO rondbel_app', current_database());
END $$;

GRANT USAGE ON SCHEMA public TO rondbel_app;

-- UUIDv7: milliseconds first, so that new rows stand together in an index. PostgreSQL 18 has its own.
DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 180000 THEN
    CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE RETURN uuidv7();
  ELSE
    CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE RETURN
      encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid;
  END IF;
END $$;

-- In whose name this transaction works. No setting: no corporation, nobody, door shut.
CREATE FUNCTION app_corporations() RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(nullif(current_setting('app.corporations', true), ''), ',')::integer[];
CREATE FUNCTION app_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.account', true), '')::uuid;
CREATE FUNCTION app_at_the_door() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.door', true), '') = 'open';

-- Puts a table under its corporation: rows of other corporations do not exist, and cannot be written.
-- The sub-select lets PostgreSQL work the list out once a query instead of once a row.
CREATE FUNCTION protect_by_corporation(name regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY by_corporation ON %s USING (corporation_id = ANY ((SELECT app_corporations())::integer[])) WITH CHECK (corporation_id = ANY ((SELECT app_corporations())::integer[]))', name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO rondbel_app', name);
END $$;
REVOKE ALL ON FUNCTION protect_by_corporation(regclass) FROM PUBLIC;
