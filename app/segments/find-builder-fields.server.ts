import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { BuilderFields, FoundChoices } from './builder-fields.ts'
import { fieldsFor } from './criteria-permissions.ts'

/** For the builder: the fields this colleague may use. */
export const builderFields = async (tx: SqlRunner, actor: Actor): Promise<BuilderFields> => ({
  names: fieldsFor((permission) => can(actor, permission)),
  choices: await findChoices(tx, actor),
})

async function findChoices(tx: SqlRunner, { corporationId }: CorporationScope): Promise<FoundChoices> {
  const [found] = await tx.sql<FoundChoices>(sql`
    WITH area AS (SELECT DISTINCT complex, city, municipality FROM home WHERE corporation_id = ${corporationId}::int)
    SELECT
      ARRAY(SELECT DISTINCT complex FROM area WHERE complex IS NOT NULL ORDER BY 1) AS complexes,
      ARRAY(SELECT DISTINCT city FROM area WHERE city IS NOT NULL ORDER BY 1) AS cities,
      ARRAY(SELECT DISTINCT municipality FROM area WHERE municipality IS NOT NULL ORDER BY 1) AS municipalities,
      ARRAY(SELECT DISTINCT language FROM tenant WHERE corporation_id = ${corporationId}::int AND language IS NOT NULL ORDER BY 1) AS languages`)
  return found ?? { complexes: [], cities: [], municipalities: [], languages: [] }
}
