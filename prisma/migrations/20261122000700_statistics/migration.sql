-- After a list was taken over the tables look nothing like what the planner knew of them. Only their owner may have them
-- looked at anew, so the application asks through this, and can do nothing else with it.
CREATE FUNCTION freshen_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE home, tenant, tenant_circumstance, target;
END $$;
REVOKE ALL ON FUNCTION freshen_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION freshen_statistics() TO rondbel_app;
