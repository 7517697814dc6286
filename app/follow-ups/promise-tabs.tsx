import { useRouteLoaderData } from '@remix-run/react'
import { can, type Role } from '#app/accounts/permissions.ts'
import { useWords } from '#app/ui/language.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

const places = [
  { to: '/follow-ups', word: 'followUps', needs: 'follow-up:read' },
  { to: '/referrals', word: 'referrals', needs: 'referral:read' },
  { to: '/gestures', word: 'gestures', needs: 'gesture:read' },
] as const

/** The three lists of promises, as far as this role has them. */
export function PromiseTabs() {
  const { tabs } = useWords({ nl, en })
  const frame = useRouteLoaderData<{ role: Role }>('accounts/pages/frame')
  const open = places.filter(({ needs }) => frame && can(frame.role, needs))
  return <Tabs label={tabs.label} tabs={open.map(({ to, word }) => ({ to, label: tabs[word] }))} />
}
