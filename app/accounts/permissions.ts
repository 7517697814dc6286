export const roles = ['administrator', 'coordinator', 'caller', 'reader'] as const
export type Role = (typeof roles)[number]

/** Who may do what: the one table. Buttons and routes read it alike. */
const holders = {
  'today:see': ['administrator', 'coordinator', 'caller', 'reader'],
  'corporation:switch': ['administrator', 'coordinator', 'caller', 'reader'],
  'tenant:read': ['coordinator'],
  /** Arrears and nuisance. */
  'tenant:read-circumstances': ['coordinator'],
  'tenant:write': ['coordinator'],
  'tenant-list:import': ['administrator', 'coordinator'],
  'segment:use': ['coordinator'],
  'segment:use-circumstances': ['coordinator'],
  'campaign:read': ['administrator', 'coordinator', 'reader'],
  'campaign:write': ['coordinator'],
  'campaign:launch': ['coordinator'],
  'call:make': ['coordinator', 'caller'],
  'conversation:read': ['coordinator'],
  'urgent:close': ['coordinator'],
  'follow-up:read': ['coordinator', 'caller'],
  'follow-up:read-all': ['coordinator'],
  'follow-up:write': ['coordinator', 'caller'],
  'referral:read': ['coordinator', 'caller'],
  'referral:read-all': ['coordinator'],
  'referral:write': ['coordinator', 'caller'],
  'agency:write': ['coordinator'],
  'gesture:read': ['coordinator'],
  'gesture:decide': ['coordinator'],
  'report:read': ['administrator', 'coordinator', 'reader'],
  'account:manage': ['administrator'],
  'audit:read': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof holders

export function can(who: Role | { role: Role }, permission: Permission): boolean {
  const role = typeof who === 'string' ? who : who.role
  return (holders[permission] as readonly Role[]).includes(role)
}
