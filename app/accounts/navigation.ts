import type { IconName } from '#app/ui/icon.tsx'
import { can, type Permission, type Role } from './permissions.ts'
import type { nl } from './words.nl.ts'

type Place = {
  to: string
  word: keyof Pick<
    (typeof nl)['frame'],
    | 'today'
    | 'calls'
    | 'tenants'
    | 'campaigns'
    | 'selection'
    | 'promises'
    | 'referrals'
    | 'gestures'
    | 'imports'
    | 'accounts'
  >
  icon: IconName
  needs: Permission
  end?: boolean
}

// In the order of the rail; on a phone the first four stand in the bar and the rest under "meer".
const places: Place[] = [
  { to: '/', word: 'today', icon: 'clock', needs: 'today:see', end: true },
  { to: '/calls', word: 'calls', icon: 'phone', needs: 'call:make' },
  { to: '/campaigns', word: 'campaigns', icon: 'list', needs: 'campaign:read' },
  { to: '/follow-ups', word: 'promises', icon: 'check', needs: 'follow-up:read' },
  { to: '/referrals', word: 'referrals', icon: 'forward', needs: 'referral:read' },
  { to: '/gestures', word: 'gestures', icon: 'card', needs: 'gesture:read' },
  { to: '/tenants', word: 'tenants', icon: 'people', needs: 'tenant:read' },
  { to: '/selection', word: 'selection', icon: 'filter', needs: 'segment:use' },
  { to: '/imports', word: 'imports', icon: 'upload', needs: 'tenant-list:import' },
  { to: '/accounts', word: 'accounts', icon: 'gear', needs: 'account:manage' },
]

/** Only the places this role may go to. */
export const navigationFor = (role: Role) =>
  places.filter(({ needs }) => can(role, needs)).map(({ needs: _, ...place }) => place)

const under: Record<string, Place['word']> = { agencies: 'referrals', corrections: 'tenants', audit: 'accounts' }

/** Under which place a page stands, for its title: never the name of a person. */
export function placeOf(pathname: string): Place['word'] {
  const found = places.find(({ to }) => to !== '/' && (pathname === to || pathname.startsWith(`${to}/`)))
  return found?.word ?? under[pathname.split('/')[1] ?? ''] ?? 'today'
}
