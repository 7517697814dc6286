/** The modules of `app/`, lowest first: a module imports only from itself and from the modules before it. */
export const modules = [
  'audit',
  'lists',
  'corporations',
  'claims',
  'accounts',
  'tenants',
  'conversations',
  'tenant-lists',
  'segments',
  'follow-ups',
  'referrals',
  'gestures',
  'campaigns',
  'calls',
  'handovers',
  'today',
]
