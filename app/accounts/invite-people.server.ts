import { z } from 'zod'
import type { FormFields } from '#app/core/form-fields.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { readSettings } from '#app/corporations/settings.server.ts'
import { listMembers } from './accounts.server.ts'
import { type Person, placeName } from './authorize.server.ts'
import { listDeskMembers } from './desk-members.server.ts'
import { longestPaste, readPeople } from './invitation-lines.ts'
import { invitationSchemaAt, invite, inviteIn, linkOf } from './invitations.server.ts'
import { renewInvitation, withdrawInvitation } from './open-invitations.server.ts'

/** What stands beside the link in the mail: from whom, and whom to ask. */
const mailOf = async (tx: Tx, person: Person) => ({
  as: person.as,
  placeName: placeName(person),
  contactEmail: person.as === 'member' ? (await readSettings(tx, person)).contactEmail : '',
})

const emailsAt = async (tx: Tx, person: Person) =>
  new Set(
    (person.as === 'member' ? await listMembers(tx, person) : await listDeskMembers(tx, person)).map(
      ({ email }) => email,
    ),
  )

/** Invites one person to where `person` works, as the form says. */
export async function inviteOne(person: Person, posted: FormFields) {
  const form = parseForm(invitationSchemaAt(person), posted)
  if (!form.ok) return { ok: false as const, status: 400, errors: form.errors }
  const { email, name } = form.value
  const isThere = await inScope(person, async (tx) => (await emailsAt(tx, person)).has(email))
  if (isThere) return { ok: false as const, status: 409, errors: { email: 'already-member' } as Record<string, string> }
  const { token } = await invite(person, form.value, new Date())
  return invited(person, { name, email, token })
}

type Sent = { name: string; email: string; token: string }

const invited = async (person: Person, { name, email, token }: Sent) => ({
  ok: true as const,
  is: 'invited' as const,
  name,
  link: linkOf(token),
  mail: { email, ...(await inScope(person, (tx) => mailOf(tx, person))) },
})

/** DELETE withdraws an invitation, PUT gives another link for it. Throws 404. */
export async function changeInvitation(person: Person, method: string, posted: FormFields) {
  const id = String(posted.get('invitationId') ?? '')
  const now = new Date()
  if (!isUuid(id)) throw notFound()
  if (method === 'DELETE') {
    if (!(await withdrawInvitation(person, id, now))) throw notFound()
    return { ok: true as const, is: 'withdrawn' as const }
  }
  const renewed = await renewInvitation(person, id, now)
  if (!renewed) throw notFound()
  return invited(person, renewed)
}

const manySchemaAt = (person: Person) =>
  z.object({
    people: z.string().trim().min(1, 'required').max(longestPaste, 'too-long'),
    role: invitationSchemaAt(person).shape.role,
    isChecked: z.literal('yes').optional(),
  })

export type SentInvitation = { name: string; email: string; link: string }

/**
 * First it is shown who would be invited; only what was shown is sent. Whoever can be is, all in one role and one
 * transaction; the others are left out.
 */
export async function inviteMany(person: Person, posted: FormFields) {
  const form = parseForm(manySchemaAt(person), posted)
  if (!form.ok) return { is: 'refused' as const, errors: form.errors }
  const { people: text, role, isChecked } = form.value
  return inScope(person, async (tx) => {
    const people = readPeople(text, await emailsAt(tx, person))
    if (!isChecked) return { is: 'checked' as const, people, text, role }
    const sent: SentInvitation[] = []
    const now = new Date()
    for (const { name, email, problem } of people) {
      if (problem) continue
      const { token } = await inviteIn(tx, person, { name, email, role, now })
      sent.push({ name, email, link: linkOf(token) })
    }
    return { is: 'sent' as const, sent, mail: await mailOf(tx, person) }
  })
}
