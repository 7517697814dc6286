-- A link that an administrator gives to a colleague who lost their password: it lets them choose another.
ALTER TABLE invitation ADD COLUMN replaces_password boolean NOT NULL DEFAULT false;
