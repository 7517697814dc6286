import { applicationRole, pool } from './db.server.ts'

/** Refuses to work with more power than it should have: as owner or superuser the policies would not hold. */
export async function assertLeastPrivilege() {
  const { rows } = await pool().query<{ name: string; is_mighty: boolean; owns: number }>(`
    SELECT current_user AS name, rolsuper OR rolbypassrls AS is_mighty,
      (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid AND relpersistence <> 't') AS owns
    FROM pg_roles r WHERE rolname = current_user`)
  const [role] = rows
  if (role?.name !== applicationRole || role.is_mighty || role.owns > 0) {
    throw new Error(
      `The application must work as ${applicationRole}, which owns nothing and bypasses nothing; it works as ${role?.name}.`,
    )
  }
}
