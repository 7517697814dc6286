ALTER TABLE "desk_contact"
  ADD CONSTRAINT "desk_contact_agreed_check" CHECK ("agreed" IN ('nothing', 'somebody-comes', 'office-rings', 'they-do-it', 'they-ring-again'));

-- Who asks for it is rung now and then, also when they said so to a desk.
GRANT UPDATE (wants_calls) ON tenant TO rondbel_desk;

-- What a desk closed, the last one first.
CREATE INDEX contact_closed ON desk_contact (desk_id, closed_at DESC, id) WHERE state = 'closed';
