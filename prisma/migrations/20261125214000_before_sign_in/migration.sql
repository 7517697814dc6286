-- Words of the field: "before sign-in" for what was called the door. The policies refer to the function itself, so they
-- follow it. The old setting still counts, because a process of the version before signs people in while this one starts.
ALTER FUNCTION app_at_the_door() RENAME TO app_before_sign_in;
CREATE OR REPLACE FUNCTION app_before_sign_in() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.before_sign_in', true), '') = 'yes'
    OR coalesce(current_setting('app.door', true), '') = 'open';

ALTER POLICY at_the_door ON membership RENAME TO before_sign_in;
ALTER POLICY at_the_door ON invitation RENAME TO before_sign_in;
ALTER POLICY at_the_door ON corporation RENAME TO before_sign_in;
ALTER POLICY at_the_door ON account RENAME TO before_sign_in;
ALTER POLICY at_the_door ON session RENAME TO before_sign_in;

ALTER FUNCTION freshen_statistics() RENAME TO refresh_statistics;
