import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import type { FormFields } from '#app/core/form-fields.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { readSettings } from '#app/corporations/settings.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'
import { Columns, Page, PageHeader, Section } from '#app/ui/page.tsx'
import { useWords as useUiWords } from '#app/ui/words.ts'
import { listMembers } from '../accounts.server.ts'
import { type Actor, authorize } from '../authorize.server.ts'
import { useColleagueWords } from '../colleague-words.ts'
import { invitationSchema, invite, linkOf } from '../invitations.server.ts'
import { matchingMembers, memberRoles, memberStates } from '../member-search.ts'
import { roles } from '../roles.ts'
import { MemberList } from '../views/member-list.tsx'
import { OneTimeLink } from '../views/one-time-link.tsx'
import { useWords } from '../words.ts'

const perPage = 50

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const members = await inScope(actor, (tx) => listMembers(tx, actor))
  const asked = Number(new URL(request.url).searchParams.get('page')) || 1
  const page = Math.min(Math.max(1, Math.trunc(asked)), Math.max(1, Math.ceil(members.length / perPage)))
  const from = (page - 1) * perPage
  return { members: members.slice(from, from + perPage), total: members.length, page, now: new Date() }
}

const searchSchema = z.object({
  q: z.string().max(200).default(''),
  ofRole: z.enum(memberRoles).default('any'),
  state: z.enum(memberStates).default('any'),
})

/** Searches when a search was posted, else invites. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const posted = await readForm(request)
  return posted.has('q') ? search(actor, posted) : inviteOne(actor, posted)
}

async function search(actor: Actor, posted: FormFields) {
  const form = parseForm(searchSchema, posted)
  if (!form.ok) throw badRequest()
  const { q, ofRole: role, state } = form.value
  const found = await inScope(actor, async (tx) => matchingMembers(await listMembers(tx, actor), { q, role, state }))
  return { ok: true as const, is: 'found' as const, found, search: { q, role, state } }
}

async function inviteOne(actor: Actor, posted: FormFields) {
  const form = parseForm(invitationSchema, posted)
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  const members = await inScope(actor, (tx) => listMembers(tx, actor))
  if (members.some(({ email }) => email === form.value.email))
    return data({ ok: false as const, errors: { email: 'already-member' } as Record<string, string> }, 409)
  const { token } = await invite(actor, form.value, new Date())
  const { contactEmail } = await inScope(actor, (tx) => readSettings(tx, actor))
  const mail = { email: form.value.email, corporationName: actor.corporationName, contactEmail }
  return { ok: true as const, is: 'invited' as const, name: form.value.name, link: linkOf(token), mail }
}

export default function Accounts() {
  const { now, ...loaded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const listed =
    answer?.ok && answer.is === 'found'
      ? { members: answer.found, total: answer.found.length, page: 1, search: answer.search }
      : { ...loaded, search: undefined }
  const words = useColleagueWords().accounts
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
        secondary={<ElsewhereLinks />}
      />
      <Columns split="main-left">
        <MemberList {...listed} now={now} perPage={perPage} />
        {/* Below everybody on a narrow screen, where the button above leads to it. */}
        <div id="invite" className="scroll-mt-24">
          <InviteForm />
        </div>
      </Columns>
    </Page>
  )
}

/** Beside each other on a wide screen; behind one word on a phone, so that the search stands near the top. */
function ElsewhereLinks() {
  const words = useColleagueWords().accounts
  const { settings } = useWords().frame
  const { more } = useUiWords()
  const links = [
    ['/accounts/invitations', words.inviteMany],
    ['/settings', settings],
    ['/audit', words.audit],
  ] as const
  return (
    <>
      {links.map(([to, label]) => (
        <span key={to} className="max-sm:hidden">
          <LinkButton to={to}>{label}</LinkButton>
        </span>
      ))}
      <span className="sm:hidden">
        <Menu label={more} align="start">
          {links.map(([to, label]) => (
            <MenuLink key={to} to={to}>
              {label}
            </MenuLink>
          ))}
        </Menu>
      </span>
    </>
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
  if (answer?.ok && answer.is === 'invited')
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
