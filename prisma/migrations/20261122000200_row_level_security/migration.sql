SELECT protect_by_corporation('idempotent_write');
SELECT protect_by_corporation('home');
SELECT protect_by_corporation('tenant');
SELECT protect_by_corporation('tenant_circumstance');
SELECT protect_by_corporation('tenant_correction');
SELECT protect_by_corporation('number_strike');
SELECT protect_by_corporation('tenant_import');
SELECT protect_by_corporation('tenant_import_row');
SELECT protect_by_corporation('tenant_import_change');
SELECT protect_by_corporation('list_mapping');
SELECT protect_by_corporation('segment');
SELECT protect_by_corporation('follow_up');
SELECT protect_by_corporation('agency');
SELECT protect_by_corporation('referral');
SELECT protect_by_corporation('gesture');
SELECT protect_by_corporation('conversation');
SELECT protect_by_corporation('campaign');
SELECT protect_by_corporation('campaign_caller');
SELECT protect_by_corporation('target');
SELECT protect_by_corporation('attempt');
SELECT protect_by_corporation('call_draft');
SELECT protect_by_corporation('invitation');
SELECT protect_by_corporation('membership');
SELECT protect_by_corporation('audit_event');
SELECT protect_by_corporation('audit_link');

-- What was done cannot be made undone: the application can add to the audit log and read it, no more.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_event, audit_link FROM rondbel_app;

-- Rows of a list that is being checked: gone when the database falls over, and then made again from the file.
ALTER TABLE tenant_import_row SET UNLOGGED;

-- Signing in happens before any corporation is known. The door sees who may come in, never a tenant.
CREATE POLICY at_the_door ON membership USING (app_at_the_door()) WITH CHECK (app_at_the_door());
CREATE POLICY own ON membership FOR SELECT USING (account_id = (SELECT app_account()));
CREATE POLICY at_the_door ON invitation USING (app_at_the_door()) WITH CHECK (app_at_the_door());

ALTER TABLE corporation ENABLE ROW LEVEL SECURITY;
ALTER TABLE corporation FORCE ROW LEVEL SECURITY;
CREATE POLICY by_corporation ON corporation USING (id = ANY ((SELECT app_corporations())::integer[]));
CREATE POLICY at_the_door ON corporation USING (app_at_the_door()) WITH CHECK (app_at_the_door());
GRANT SELECT, INSERT, UPDATE ON corporation TO rondbel_app;
GRANT USAGE ON SEQUENCE corporation_id_seq TO rondbel_app;

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON account USING (id = (SELECT app_account()));
CREATE POLICY colleagues ON account FOR SELECT USING (EXISTS (
  SELECT FROM membership m WHERE m.account_id = account.id AND m.corporation_id = ANY ((SELECT app_corporations())::integer[])));
CREATE POLICY at_the_door ON account USING (app_at_the_door()) WITH CHECK (app_at_the_door());
GRANT SELECT, INSERT, UPDATE ON account TO rondbel_app;

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON session USING (account_id = (SELECT app_account()));
CREATE POLICY colleagues ON session USING (EXISTS (
  SELECT FROM membership m WHERE m.account_id = session.account_id AND m.corporation_id = ANY ((SELECT app_corporations())::integer[])));
CREATE POLICY at_the_door ON session USING (app_at_the_door()) WITH CHECK (app_at_the_door());
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO rondbel_app;

-- Counts of tries under hashed keys: nobody's data.
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO rondbel_app;

-- Readiness asks which migrations there are.
GRANT SELECT ON _prisma_migrations TO rondbel_app;

-- Nobody holds two homes at once, and nobody's home is held by two.
CREATE UNIQUE INDEX target_one_claim_per_caller ON target (corporation_id, claimed_by) WHERE claimed_by IS NOT NULL;
CREATE UNIQUE INDEX target_one_claim_per_home ON target (corporation_id, home_id) WHERE claimed_by IS NOT NULL;
-- One open correction for a field of a tenant.
CREATE UNIQUE INDEX tenant_correction_open ON tenant_correction (corporation_id, tenant_id, field) WHERE agreed_at IS NULL AND replaced_at IS NULL;
