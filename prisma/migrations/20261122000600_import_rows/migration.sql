-- What one row of a list does to its home: told on one row of each home only, so that applying needs no sorting.
ALTER TABLE tenant_import_row
  DROP COLUMN warnings,
  ADD COLUMN warnings JSONB,
  ADD COLUMN line INTEGER,
  ADD COLUMN home_id UUID,
  ADD COLUMN home_outcome TEXT,
  ALTER COLUMN is_do_not_call DROP NOT NULL,
  ALTER COLUMN is_do_not_call DROP DEFAULT,
  ALTER COLUMN is_estate DROP NOT NULL,
  ALTER COLUMN is_estate DROP DEFAULT;

-- A list may be brought in by the installation itself, from the command line: then nobody stands here.
ALTER TABLE tenant_import ALTER COLUMN uploaded_by DROP NOT NULL;
ALTER TABLE list_mapping ALTER COLUMN confirmed_by DROP NOT NULL;

-- Why undoing the list left this one as it is.
ALTER TABLE tenant_import_change ADD COLUMN left_alone TEXT;

-- Taking a tenant away asks whether an attempt refers to them.
CREATE INDEX attempt_corporation_id_tenant_id_idx ON attempt (corporation_id, tenant_id);
