-- Written at every claim, which looks at the session and so at whom the desk has: three look-ups fewer.
ALTER TABLE "desk_contact" DROP CONSTRAINT "desk_contact_desk_id_claimed_by_fkey";
ALTER TABLE "desk_contact" DROP CONSTRAINT "desk_contact_desk_id_owner_id_fkey";
ALTER TABLE "desk_contact" DROP CONSTRAINT "desk_contact_desk_id_answered_by_fkey";
