-- Whoever is to be rung back stands behind who is on the line now, for a while: see app/contacts/turn.ts. A generated column
-- is made anew; its indexes go with it.
CREATE FUNCTION contact_turn(urgency integer, waiting_since timestamptz, due_at timestamptz) RETURNS timestamptz
  LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  coalesce(due_at + make_interval(secs => CASE urgency WHEN 0 THEN 0 ELSE 1200 END), waiting_since)
    - make_interval(secs => (ARRAY[315360000, 1200, 600, 0])[urgency + 1]);

ALTER TABLE desk_contact DROP COLUMN turn_at;
ALTER TABLE desk_contact ADD COLUMN "turn_at" TIMESTAMPTZ(3) GENERATED ALWAYS AS (contact_turn(urgency, waiting_since, due_at)) STORED NOT NULL;
DROP FUNCTION contact_turn(integer, timestamptz);

-- Next: the first of those that nobody has in hand, whatever else there is …
CREATE INDEX contact_free ON desk_contact (desk_id, turn_at, id) WHERE claimed_by IS NULL AND state <> 'closed';
-- … and all that is open, for the board.
CREATE INDEX contact_open ON desk_contact (desk_id, turn_at) WHERE state <> 'closed';
