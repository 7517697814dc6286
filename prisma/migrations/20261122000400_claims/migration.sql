-- Who holds the claim with the present fence, or held it last: they may still save when nobody took it after them.
ALTER TABLE target ADD COLUMN holder uuid;

-- The next call is looked up, never searched: what is due on somebody's list, or on nobody's …
CREATE INDEX target_due ON target (corporation_id, assigned_to, next_at) WHERE state IN ('retry', 'appointment');
-- … the promises that anybody may keep …
CREATE INDEX target_promised_to_all ON target (corporation_id, next_at) WHERE state = 'appointment' AND appointment_with IS NULL;
-- … and the homes of everybody. IS NULL is no equality to the planner: without its own index these would be sorted at each claim.
CREATE INDEX target_pool ON target (corporation_id, campaign_id, position) WHERE state = 'open' AND assigned_to IS NULL;
