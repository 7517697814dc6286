import { can } from '#app/accounts/permissions.ts'
import type { Role } from '#app/accounts/roles.ts'

/** Who reads along sees how far it is, not who calls or what is said. */
export const seesSetUp = (who: { role: Role }) => can(who, 'campaign:write') || can(who, 'account:manage')

/** The list of addresses has names on it. */
export const seesAddresses = (who: { role: Role }) => can(who, 'campaign:write') && can(who, 'tenant:read')
