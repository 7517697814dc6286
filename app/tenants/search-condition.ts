import { joinSql, rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { readQuery, type TenantQuery } from './search-query.ts'

/** No letter stands behind it: the end of a range of all that begins with a text. */
const last = '\u{10FFFF}'
const mostBeforeTheName = 4

/**
 * Tenant `t` is who somebody means; accents, capitals and dots make no difference. A name, a street and a number are ranges
 * over whole columns: under row-level security an index serves nothing that could leak what it compares.
 */
export const isMeantBy = (corporationId: number, typed: string): SqlPart => meetsQuery(corporationId, readQuery(typed))

/** The same for what was read before. */
export function meetsQuery(corporationId: number, query: TenantQuery): SqlPart {
  switch (query.kind) {
    case 'nothing':
      return sql`false`
    case 'phone':
      return hasNumber(query.number)
    case 'birth':
      return sql`t.birth_on = ${query.on}::date`
    case 'address':
      return sql`t.home_id IN (SELECT s.id FROM home s WHERE s.corporation_id = ${corporationId}::int AND ${isPlace(query)})`
    case 'number':
      return either(corporationId, beginsAsNumber('n.number', query.text), beginsAsNumber('s.number', query.text))
    case 'words':
      return either(corporationId, sql`(${joinSql(namesOf(query.words), ' OR ')})`, isPlace(query))
  }
}

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

/** Each by its own index, and put together: with OR between them every tenant would be looked at. */
const either = (corporationId: number, tenant: SqlPart, home: SqlPart): SqlPart => sql`t.id IN (
      SELECT n.id FROM tenant n WHERE n.corporation_id = ${corporationId}::int AND ${tenant}
      UNION
      SELECT n.id FROM home s JOIN tenant n ON n.corporation_id = s.corporation_id AND n.home_id = s.id
      WHERE s.corporation_id = ${corporationId}::int AND ${home})`

const beginsWith = (column: 'n.search_name' | 's.search_street', text: string) =>
  sql`${rawSql(column)} >= search_text(${text}) AND ${rawSql(column)} < search_text(${text}) || ${last}
    AND search_text(${text}) <> ''`

/** In capitals, in small letters or as it was typed: nobody remembers which. */
function beginsAsNumber(column: 'n.number' | 's.number', text: string): SqlPart {
  const written = [...new Set([text, text.toUpperCase(), text.toLowerCase(), capitalised(text)])]
  const letters = rawSql(`${column} COLLATE "C"`)
  return sql`(${joinSql(
    written.map((start) => sql`${letters} >= ${start} AND ${letters} < ${start + last}`),
    ' OR ',
  )})`
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()

/** "van der kui": the name may begin at each word, when those before it are initials, a first name or what stands before a name. */
function namesOf(words: string[]): SqlPart[] {
  return words.slice(0, mostBeforeTheName + 1).map((_, first) => {
    const before = words.slice(0, first).map((word) => sql`strpos(${given}, ' ' || search_text(${word})) > 0`)
    return sql`(${joinSql([beginsWith('n.search_name', words.slice(first).join(' ')), ...before], ' AND ')})`
  })
}

const given = rawSql("(' ' || search_text(concat_ws(' ', n.first_name, n.initials, n.infix)))")
