import { z } from 'zod'
import { inScope } from '#app/core/scope.server.ts'
import { readSettings } from '#app/corporations/settings.server.ts'
import { listMembers } from './accounts.server.ts'
import type { Actor } from './authorize.server.ts'
import { longestPaste, type PastedPerson, readPeople } from './invitation-lines.ts'
import { inviteIn, linkOf } from './invitations.server.ts'
import { type Role, roles } from './roles.ts'

export const manySchema = z.object({
  people: z.string().trim().min(1, 'required').max(longestPaste, 'too-long'),
  role: z.enum(roles, 'role'),
  isChecked: z.literal('yes').optional(),
})

/** Who stands in the text, and what is wrong with whom; nobody is invited. */
export function checkPeople(actor: Actor, text: string): Promise<PastedPerson[]> {
  return inScope(actor, async (tx) => {
    const members = await listMembers(tx, actor)
    return readPeople(text, new Set(members.map(({ email }) => email)))
  })
}

export type SentInvitation = { name: string; email: string; link: string }

/** Invites whoever can be, all in one role and one transaction; the others are left out. */
export function inviteMany(actor: Actor, { text, role, now }: { text: string; role: Role; now: Date }) {
  return inScope(actor, async (tx) => {
    const members = await listMembers(tx, actor)
    const people = readPeople(text, new Set(members.map(({ email }) => email)))
    const sent: SentInvitation[] = []
    for (const { name, email, problem } of people) {
      if (problem) continue
      const { token } = await inviteIn(tx, actor, { name, email, role, now })
      sent.push({ name, email, link: linkOf(token) })
    }
    const { contactEmail } = await readSettings(tx, actor)
    return { sent, mail: { corporationName: actor.corporationName, contactEmail } }
  })
}
