import { expect, test } from 'vitest'
import { can, type Permission } from '#app/accounts/permissions.ts'
import { type Role, roles } from '#app/accounts/roles.ts'

// Administrator, coordinator, caller, reader, contact person: x may, - may not.
const table: Record<Permission, `${Mark}${Mark}${Mark}${Mark}${Mark}`> = {
  'today:see': 'xxxx-',
  'protocol:see': 'xx--x',
  'protocol:edit': 'xx---',
  'protocol:approve': 'xx--x',
  'protocol:publish': 'xx--x',
  'night:see': '-x--x',
  'night:acknowledge': '-x--x',
  'paper:see': 'xx--x',
  'corporation:manage': 'xx---',
  'values:see': 'xx--x',
  'values:manage': 'xx---',
  'line:see': '----x',
  'line:manage': 'xx---',
  'tenant:read': '-x---',
  'tenant:report': '-x---',
  'correction:process': '-x---',
  'home-warning:keep': '-x---',
  'tenant:read-circumstances': '-x---',
  'tenant-list:import': 'xx---',
  'segment:use': '-x---',
  'segment:use-circumstances': '-x---',
  'campaign:read': 'xx-x-',
  'campaign:write': '-x---',
  'campaign:launch': '-x---',
  'campaign:export': '-x---',
  'call:make': '-xx--',
  'conversation:read': '-x---',
  'conversation:add': '-x---',
  'conversation:correct': '-xx--',
  'report:take-back': '-xx--',
  'urgent:close': '-x---',
  'follow-up:read': '-xx--',
  'follow-up:read-all': '-x---',
  'follow-up:write': '-xx--',
  'referral:read': '-xx--',
  'referral:read-all': '-x---',
  'referral:write': '-xx--',
  'agency:write': '-x---',
  'gesture:read': '-x---',
  'gesture:decide': '-x---',
  'account:manage': 'x----',
  'audit:read': 'x----',
  'audit:read-of-tenant': 'xx---',
}
type Mark = 'x' | '-'

const columns: Role[] = ['administrator', 'coordinator', 'caller', 'reader', 'contact-person']
const cases = (Object.keys(table) as Permission[]).flatMap((permission) =>
  columns.map((role, at) => ({ role, permission, may: table[permission][at] === 'x' })),
)

test.each(cases)('$role, $permission: $may', ({ role, permission, may }) => {
  expect(can(role, permission)).toBe(may)
  expect(can({ role }, permission)).toBe(may)
})

test('there are no other roles', () => {
  expect(roles).toEqual(columns)
})

test('a role nobody knows may nothing', () => {
  const stranger = 'owner' as Role
  expect((Object.keys(table) as Permission[]).filter((permission) => can(stranger, permission))).toEqual([])
})
