ALTER TABLE "invitation"
  DROP CONSTRAINT "invitation_role_check",
  ADD CONSTRAINT "invitation_role_check" CHECK ("role" IN ('administrator', 'coordinator', 'caller', 'reader', 'contact-person'));
ALTER TABLE "membership"
  DROP CONSTRAINT "membership_role_check",
  ADD CONSTRAINT "membership_role_check" CHECK ("role" IN ('administrator', 'coordinator', 'caller', 'reader', 'contact-person'));
