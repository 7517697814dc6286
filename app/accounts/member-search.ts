import { type Role, roles } from './roles.ts'

export const memberStates = ['any', 'here', 'away'] as const
export type MemberState = (typeof memberStates)[number]

/** What is asked of the list of colleagues; `role` and `state` 'any' leave nobody out. */
export type MemberSearch = { q: string; role: Role | 'any'; state: MemberState }
export const memberRoles = ['any', ...roles] as const

type Found = { name: string; email: string; role: Role; sessions: number; lastSeenAt: Date | null }

/** Those who have every word in their name or address, whatever its accents and capitals. */
export function matchingMembers<Member extends Found>(members: Member[], { q, role, state }: MemberSearch): Member[] {
  const words = folded(q).split(/\s+/).filter(Boolean)
  return members.filter((member) => {
    if (role !== 'any' && member.role !== role) return false
    if (state === 'here' && member.sessions === 0) return false
    if (state === 'away' && member.lastSeenAt !== null) return false
    const text = folded(`${member.name} ${member.email}`)
    return words.every((word) => text.includes(word))
  })
}

const folded = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\p{M}/gu, '').replaceAll('ı', 'i')
