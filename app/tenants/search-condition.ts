import { joinSql, rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { readQuery, type TenantQuery } from './search-query.ts'

/** No letter stands behind it: the end of a range of all that begins with a text. */
const last = '\u{10FFFF}'
const mostBeforeTheName = 4

/**
 * Tenant `t` is who somebody means; accents, capitals and dots make no difference. A name and a street are ranges over whole
 * columns: under row-level security an index serves nothing that could leak what it compares.
 */
export const isMeantBy = (corporationId: number, typed: string): SqlPart => condition(corporationId, readQuery(typed))

function condition(corporationId: number, query: TenantQuery): SqlPart {
  switch (query.kind) {
    case 'nothing':
      return sql`false`
    case 'phone':
      return sql`(t.landline = ${query.number} OR t.mobile = ${query.number} OR t.other_phone = ${query.number})`
    case 'number':
      return sql`(t.number ILIKE ${beginning(query.text)} OR ${livesIn(corporationId, sql`s.number ILIKE ${beginning(query.text)}`)})`
    case 'address':
      return livesIn(corporationId, sql`s.postcode = ${query.postcode} AND ${isAt(query.houseNumber)}`)
    case 'words':
      return sql`(t.id IN (SELECT n.id FROM tenant n WHERE n.corporation_id = ${corporationId}::int AND (${joinSql(namesOf(query.words), ' OR ')}))
        OR ${livesIn(corporationId, sql`${beginsWith('s.search_street', query.street)} AND ${isAt(query.houseNumber)}`)})`
  }
}

const livesIn = (corporationId: number, home: SqlPart) =>
  sql`t.home_id IN (SELECT s.id FROM home s WHERE s.corporation_id = ${corporationId}::int AND ${home})`

const isAt = (houseNumber: string | null) => (houseNumber ? sql`s.house_number = ${houseNumber}` : sql`true`)

const beginning = (text: string) => `${text.replace(/[\\%_]/g, '\\$&')}%`

const beginsWith = (column: 'n.search_name' | 's.search_street', text: string) =>
  sql`${rawSql(column)} >= search_text(${text}) AND ${rawSql(column)} < search_text(${text}) || ${last}
    AND search_text(${text}) <> ''`

/** "van der kui": the name may begin at each word, when those before it are initials, a first name or what stands before a name. */
function namesOf(words: string[]): SqlPart[] {
  return words.slice(0, mostBeforeTheName + 1).map((_, first) => {
    const before = words.slice(0, first).map((word) => sql`strpos(${given}, ' ' || search_text(${word})) > 0`)
    return sql`(${joinSql([beginsWith('n.search_name', words.slice(first).join(' ')), ...before], ' AND ')})`
  })
}

const given = rawSql("(' ' || search_text(concat_ws(' ', n.first_name, n.initials, n.infix)))")
