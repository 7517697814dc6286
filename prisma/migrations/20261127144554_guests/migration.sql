-- AlterTable
ALTER TABLE "phone_line" ADD COLUMN     "public_token" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "phone_line_corporation_id_public_token_key" ON "phone_line"("corporation_id", "public_token");

-- Guests: whoever opened a link. What hangs on the id in it they see, under a role that has nothing else.
CREATE FUNCTION app_subject() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.subject', true), '')::uuid;

-- Lets a guest read these columns, of the rows that `own` finds and no others.
CREATE FUNCTION share_with_guest(name regclass, columns text[], own text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT SELECT (%s) ON %s TO rondbel_guest',
    (SELECT string_agg(quote_ident(c), ', ') FROM unnest(columns) c), name);
  EXECUTE format('CREATE POLICY of_link ON %s AS RESTRICTIVE TO rondbel_guest USING (%s)', name, own);
END $$;
REVOKE ALL ON FUNCTION share_with_guest(regclass, text[], text) FROM PUBLIC;

-- The page of a line: whether it is answered now. The policies of the line itself hold inside those that ask for it.
SELECT share_with_guest('phone_line', '{corporation_id,id,kind,name,public_token}', 'public_token = (SELECT app_subject())');
SELECT share_with_guest('line_hours', '{corporation_id,id,line_id,day,opens,closes,desk_id}',
  'EXISTS (SELECT FROM phone_line l WHERE l.corporation_id = line_hours.corporation_id AND l.id = line_hours.line_id)');
SELECT share_with_guest('line_switch', '{corporation_id,id,line_id,kind,from_at,until_at,desk_id}',
  'EXISTS (SELECT FROM phone_line l WHERE l.corporation_id = line_switch.corporation_id AND l.id = line_switch.line_id)');
SELECT share_with_guest('corporation', '{id,name,time_zone}', 'EXISTS (SELECT FROM phone_line l WHERE l.corporation_id = corporation.id)');
