-- Who looked at a tenant is also whoever had them in a list. With a million lines in the log it took 10 s to find those, and
-- takes 0.15 s with this. Not over the names themselves: under row-level security no index over JSON is asked.
CREATE INDEX audit_event_shown ON audit_event (corporation_id, id) WHERE details ?| ARRAY['tenants', 'shown'];
