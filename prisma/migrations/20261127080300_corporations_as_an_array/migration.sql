-- The corporations of a transaction, read as an array at once instead of as a text that is cut into pieces: asked by
-- every policy of every statement. The setting stays what it was: numbers with commas between them.
CREATE OR REPLACE FUNCTION app_corporations() RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ('{' || nullif(current_setting('app.corporations', true), '') || '}')::integer[];
