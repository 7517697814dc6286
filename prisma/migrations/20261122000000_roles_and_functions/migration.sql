-- The roles "rondbel_app" and "rondbel_queue" belong to the whole server and are made before: prisma/server-roles.ts.

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
