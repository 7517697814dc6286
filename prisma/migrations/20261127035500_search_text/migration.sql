-- Text as people search it: without accents, capitals, dots and dashes. "Yılmaz-Öztürk" is "yilmaz ozturk", and İ is i.
-- Needs no extension. Apart from any locale, but for capitals outside the Latin letters.
CREATE FUNCTION search_text(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  btrim(regexp_replace(
    replace(replace(replace(
      translate(lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036F]', '', 'g')), 'ıøłđ-./,_''’‘`ʼ', 'iold          '),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
    '\s{2,}', ' ', 'g'));

-- Columns and no indexes on the expression: under row-level security an index serves only what cannot leak, which a function
-- of our own may not claim to be. Compared letter by letter, so that a range is the beginning of a word.
ALTER TABLE "home" ADD COLUMN "search_street" TEXT COLLATE "C" GENERATED ALWAYS AS (search_text(street)) STORED;
ALTER TABLE "tenant" ADD COLUMN "search_name" TEXT COLLATE "C" GENERATED ALWAYS AS (search_text(last_name)) STORED;

CREATE INDEX "home_corporation_id_search_street_idx" ON "home"("corporation_id", "search_street");
CREATE INDEX "tenant_corporation_id_search_name_idx" ON "tenant"("corporation_id", "search_name");
