-- A process of the version before asks for the statistics by the name that before_sign_in took away, and swallows that it
-- is not there. This may be dropped in a version after this one, when no process runs any more that knows that name.
CREATE FUNCTION freshen_statistics() RETURNS void LANGUAGE sql BEGIN ATOMIC SELECT refresh_statistics(); END;
REVOKE ALL ON FUNCTION freshen_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION freshen_statistics() TO rondbel_app;
