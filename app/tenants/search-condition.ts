import { joinSql, rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { readQuery, type TenantQuery } from './search-query.ts'

/** No letter stands behind it: the end of a range of all that begins with a text. */
const last = '\u{10FFFF}'
const mostBeforeTheName = 4

/**
 * Tenant `t` is who somebody means; accents, capitals and dots make no difference. A name, a street and a number are ranges
 * over whole columns: under row-level security an index serves nothing that could leak what it compares.
 */
export function isMeantBy(corporationId: number, typed: string): SqlPart {
  const query = readQuery(typed)
  if (query.kind === 'nothing') return sql`false`
  return sql`t.id IN (${meantTenants(corporationId, query, { columns: sql`t.id` })})`
}

/**
 * The same as a SELECT of these columns of `tenant t`, each tenant once. Homes come as an array: then no guess of how many
 * there are, as a plan that is kept must make, has every tenant looked at.
 * `idsAtPlace`: of the homes at the address somebody means, when they are known already.
 */
export function meantTenants(
  corporationId: number,
  query: MeantQuery,
  { columns, idsAtPlace }: { columns: SqlPart; idsAtPlace?: SqlPart },
): SqlPart {
  const tenants = (is: SqlPart) =>
    sql`SELECT ${columns} FROM tenant t WHERE t.corporation_id = ${corporationId}::int AND ${is}`
  const homes = (is: SqlPart) => sql`SELECT s.id FROM home s WHERE s.corporation_id = ${corporationId}::int AND ${is}`
  const ofHomes = (ids: SqlPart) => sql`t.home_id = ANY (ARRAY(${ids}))`
  switch (query.kind) {
    case 'phone':
      return tenants(hasNumber(query.number))
    case 'birth':
      return tenants(sql`t.birth_on = ${query.on}::date`)
    case 'address':
      return tenants(ofHomes(idsAtPlace ?? homes(isPlace(query))))
    case 'number':
      return tenants(
        anyOf([
          ...beginsAsNumber('t.number', query.text),
          ofHomes(homes(anyOf(beginsAsNumber('s.number', query.text)))),
        ]),
      )
    case 'words':
      return tenants(anyOf([...namesOf(query.words), ofHomes(idsAtPlace ?? homes(isPlace(query)))]))
  }
}
const anyOf = (ways: SqlPart[]) => sql`(${joinSql(ways, ' OR ')})`
export type MeantQuery = Exclude<TenantQuery, { kind: 'nothing' }>

/** Tenant `t` has this number, in E.164, in one of its columns. */
export const hasNumber = (number: string): SqlPart =>
  sql`(t.landline = ${number} OR t.mobile = ${number} OR t.other_phone = ${number})`

/** Home `s` is the address somebody means. */
export function isPlace(query: TenantQuery & { kind: 'address' | 'words' }): SqlPart {
  const number = query.houseNumber ? sql`s.house_number = ${query.houseNumber}` : sql`true`
  if (query.kind === 'address') return sql`s.postcode = ${query.postcode} AND ${number}`
  const street = sql`${beginsWith('s.search_street', query.street)} AND ${number}`
  // "Plein 1944" is a street as well as a number in one.
  return query.houseNumber ? sql`(${street} OR ${beginsWith('s.search_street', query.whole)})` : street
}

/** Each end is worked out once, not for each row. A text of which nothing is left has no upper end, and finds nobody. */
const beginsWith = (column: 't.search_name' | 's.search_street', text: string) =>
  sql`${rawSql(column)} >= (SELECT search_text(${text})) AND ${rawSql(column)} < (SELECT nullif(search_text(${text}), '') || ${last})`

/** In capitals, in small letters or as it was typed: nobody remembers which. */
function beginsAsNumber(column: 't.number' | 's.number', text: string): SqlPart[] {
  const written = [...new Set([text, text.toUpperCase(), text.toLowerCase(), capitalised(text)])]
  const letters = rawSql(`${column} COLLATE "C"`)
  return written.map((start) => sql`(${letters} >= ${start} AND ${letters} < ${start + last})`)
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()

/** "van der kui": the name may begin at each word, when those before it are initials, a first name or what stands before a name. */
function namesOf(words: string[]): SqlPart[] {
  return nameBegins(words).map((first) => {
    const before = words.slice(0, first).map((word) => sql`strpos(${given}, (SELECT ' ' || search_text(${word}))) > 0`)
    return sql`(${joinSql([beginsWith('t.search_name', words.slice(first).join(' ')), ...before], ' AND ')})`
  })
}

/** Where a name may begin; the number of a house is none. */
const nameBegins = (words: string[]) =>
  words.flatMap((word, at) => (at === 0 || (at <= mostBeforeTheName && /\p{L}/u.test(word)) ? [at] : []))

const given = rawSql("(' ' || search_text(concat_ws(' ', t.first_name, t.initials, t.infix)))")
