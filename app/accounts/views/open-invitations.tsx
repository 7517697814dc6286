import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { Row, Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { useColleagueWords } from '../colleague-words.ts'
import type { OpenInvitationRow } from '../open-invitations.server.ts'
import { useWords } from '../words.ts'

type Shown = Omit<OpenInvitationRow, 'expiresAt'> & { expiresAt: Date | string }
type OpenInvitationsProps = { invitations: Shown[]; now: Date | string }

/** Who was invited and did not come yet: the link can be taken back, or made anew. Nothing when there is nobody. */
export function OpenInvitations({ invitations, now }: OpenInvitationsProps) {
  const { roles } = useWords()
  const words = useColleagueWords().accounts
  if (invitations.length === 0) return null
  return (
    <Section title={words.openInvitations}>
      <Table
        caption={words.openInvitations}
        isCaptionHidden
        rows={invitations}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', label: words.name, cell: ({ name }) => name },
          { key: 'role', label: words.role, cell: ({ role }) => roles[role] },
          { key: 'email', label: words.email, cell: ({ email }) => email },
          {
            key: 'expires',
            label: words.linkUntil,
            cell: ({ expiresAt }) => <MomentText at={expiresAt} now={now} />,
          },
          {
            key: 'change',
            label: words.withdraw,
            isLabelHidden: true,
            hasControls: true,
            cell: (row) => <Change invitation={row} />,
          },
        ]}
      />
    </Section>
  )
}

function Change({ invitation: { id, name } }: { invitation: Shown }) {
  const words = useColleagueWords().accounts
  const changes = [
    ['put', words.newLink],
    ['delete', words.withdraw],
  ] as const
  return (
    <Row>
      {changes.map(([method, label]) => (
        <Form key={method} method={method} noValidate>
          <input type="hidden" name="invitationId" value={id} />
          <Button type="submit" aria-label={`${label}: ${name}`}>
            {label}
          </Button>
        </Form>
      ))}
    </Row>
  )
}
