-- AlterTable
ALTER TABLE "desk_contact" ADD COLUMN     "promised_at" TIMESTAMPTZ(3);

-- Whoever opened the page of a line asks to be rung back. They put themselves in the queue of a desk that their corporation lets
-- answer, by that line and no other, and never as a danger; of all that stands in the queue they see nothing but what they
-- themselves were promised, and only with the id of what they sent.
GRANT INSERT (corporation_id, id, desk_id, line_id, channel, urgency, state, due_at, phone, message_sealed, promised_at) ON desk_contact TO rondbel_guest;
CREATE POLICY by_form ON desk_contact AS RESTRICTIVE FOR INSERT TO rondbel_guest WITH CHECK (
  channel = 'form' AND state IN ('waiting', 'call-back') AND phone IS NOT NULL
  AND EXISTS (SELECT FROM phone_line l WHERE l.corporation_id = desk_contact.corporation_id AND l.id = desk_contact.line_id
    AND desk_contact.urgency >= CASE l.kind WHEN 'urgent-repairs' THEN 1 WHEN 'general' THEN 2 ELSE 3 END)
  AND EXISTS (SELECT FROM desk_corporation s WHERE s.corporation_id = desk_contact.corporation_id AND s.desk_id = desk_contact.desk_id));
GRANT SELECT (corporation_id, id, promised_at) ON desk_contact TO rondbel_guest;
CREATE POLICY of_link ON desk_contact AS RESTRICTIVE FOR SELECT TO rondbel_guest USING (id = (SELECT app_subject()) AND channel = 'form');
GRANT INSERT (corporation_id, id, contact_id, desk_id, kind, details) ON contact_step TO rondbel_guest;
CREATE POLICY by_form ON contact_step AS RESTRICTIVE FOR INSERT TO rondbel_guest WITH CHECK (
  kind = 'arrived' AND EXISTS (SELECT FROM phone_line l WHERE l.corporation_id = contact_step.corporation_id));

-- Who answers for the corporation, what number rings the line, and what language the page is in.
SELECT share_with_guest('desk_corporation', '{corporation_id,desk_id,serves_from,serves_until}',
  'EXISTS (SELECT FROM phone_line l WHERE l.corporation_id = desk_corporation.corporation_id)');
SELECT share_with_guest('dialled_number', '{corporation_id,line_id,number}',
  'EXISTS (SELECT FROM phone_line l WHERE l.corporation_id = dialled_number.corporation_id AND l.id = dialled_number.line_id)');
CREATE POLICY by_line ON dialled_number FOR SELECT TO rondbel_guest USING (corporation_id = (SELECT app_one_corporation()));
GRANT SELECT (language) ON corporation TO rondbel_guest;
