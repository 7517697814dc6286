import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { readSettings } from '#app/corporations/settings.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Columns, Page, PageHeader, Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { listMembers } from '../accounts.server.ts'
import { authorize } from '../authorize.server.ts'
import { useColleagueWords } from '../colleague-words.ts'
import { invitationSchema, invite, linkOf } from '../invitations.server.ts'
import { roles } from '../roles.ts'
import { OneTimeLink } from '../views/one-time-link.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  return { members: await inScope(actor, (tx) => listMembers(tx, actor)), now: new Date() }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const form = parseForm(invitationSchema, await readForm(request))
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  const members = await inScope(actor, (tx) => listMembers(tx, actor))
  if (members.some(({ email }) => email === form.value.email))
    return data({ ok: false as const, errors: { email: 'already-member' } as Record<string, string> }, 409)
  const { token } = await invite(actor, form.value, new Date())
  const { contactEmail } = await inScope(actor, (tx) => readSettings(tx, actor))
  const mail = { email: form.value.email, corporationName: actor.corporationName, contactEmail }
  return { ok: true as const, name: form.value.name, link: linkOf(token), mail }
}

export default function Accounts() {
  const all = useWords()
  const colleague = useColleagueWords()
  const words = colleague.accounts
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        action={
          <span className="lg:hidden">
            <LinkButton to="#invite" variant="primary" icon="plus">
              {words.invite}
            </LinkButton>
          </span>
        }
        secondary={
          <>
            <LinkButton to="/settings">{all.frame.settings}</LinkButton>
            <LinkButton to="/audit">{words.audit}</LinkButton>
          </>
        }
      />
      <Columns split="main-left">
        <Members />
        {/* Below everybody on a narrow screen, where the button above leads to it. */}
        <div id="invite" className="scroll-mt-24">
          <InviteForm />
        </div>
      </Columns>
    </Page>
  )
}

function Members() {
  const { members, now } = useLoaderData<typeof loader>()
  const all = useWords()
  const words = useColleagueWords().accounts
  return (
    <Table
      caption={words.caption}
      isCaptionHidden
      rows={members}
      rowKey={(member) => member.accountId}
      rowTo={(member) => `/accounts/${member.accountId}`}
      columns={[
        { key: 'name', label: words.name, cell: (member) => member.name },
        { key: 'role', label: words.role, cell: (member) => all.roles[member.role] },
        { key: 'email', label: words.email, cell: (member) => member.email },
        {
          key: 'seen',
          label: words.lastSeen,
          cell: (member) => (member.lastSeenAt ? <MomentText at={member.lastSeenAt} now={now} /> : words.never),
        },
      ]}
    />
  )
}

function InviteForm() {
  const all = useWords()
  const colleague = useColleagueWords()
  const words = colleague.accounts
  const answer = useActionData<typeof action>()
  const isBusy = useNavigation().state === 'submitting'
  const errors: Record<string, string> = answer && !answer.ok ? answer.errors : {}
  const errorOf = (key: string) => errors[key] && all.refusals[errors[key]]
  if (answer?.ok)
    return <OneTimeLink title={words.inviteReady} name={answer.name} link={answer.link} mail={answer.mail} />
  return (
    <Section title={words.invite} lead={words.inviteLead} isPanel>
      <Form method="post" className="flex flex-col gap-4" noValidate>
        <TextField name="name" label={words.name} error={errorOf('name')} autoComplete="off" />
        <TextField name="email" type="email" label={words.email} error={errorOf('email')} autoComplete="off" />
        <RadioCards
          name="role"
          label={words.role}
          defaultValue="caller"
          error={errorOf('role')}
          options={roles.map((role) => ({ value: role, label: all.roles[role], hint: colleague.roleHints[role] }))}
        />
        <Button type="submit" variant="primary" isPending={isBusy}>
          {words.sendInvite}
        </Button>
      </Form>
    </Section>
  )
}
