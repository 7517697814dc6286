import type { PastedPerson } from '../invitation-lines.ts'
import type { SentInvitation } from '../invite-people.server.ts'
import type { DeskRole, Role, Who } from '../roles.ts'
import { CheckedPeople } from './checked-people.tsx'
import { InvitationLinks } from './invitation-links.tsx'
import type { Mail } from './one-time-link.tsx'
import { PasteForm } from './paste-form.tsx'

type Answer =
  | { is: 'refused'; errors: Record<string, string> }
  | { is: 'checked'; people: PastedPerson[]; text: string; role: Role | DeskRole }
  | { is: 'sent'; sent: SentInvitation[]; mail: Omit<Mail, 'email'> }

/** A pasted list, then who stands in it, then the links. */
export function InviteMany({ as, answer }: { as: Who['as']; answer: Answer | undefined }) {
  if (answer?.is === 'sent') return <InvitationLinks sent={answer.sent} mail={answer.mail} />
  const checked = answer?.is === 'checked' ? answer : undefined
  return (
    <>
      {checked && <CheckedPeople people={checked.people} text={checked.text} role={checked.role} />}
      <PasteForm
        as={as}
        text={checked?.text}
        role={checked?.role ?? (as === 'desk' ? 'operator' : 'caller')}
        errors={answer?.is === 'refused' ? answer.errors : {}}
      />
    </>
  )
}
