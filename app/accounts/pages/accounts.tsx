import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { FormFields } from '#app/core/form-fields.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'
import { Columns, Page, PageHeader } from '#app/ui/page.tsx'
import { useWords as useUiWords } from '#app/ui/words.ts'
import { listMembers } from '../accounts.server.ts'
import { type Actor, authorize } from '../authorize.server.ts'
import { useColleagueWords } from '../colleague-words.ts'
import { changeInvitation, inviteOne } from '../invite-people.server.ts'
import { matchingMembers, memberRoles, memberStates } from '../member-search.ts'
import { listOpenInvitations } from '../open-invitations.server.ts'
import { InviteForm } from '../views/invite-form.tsx'
import { MemberList } from '../views/member-list.tsx'
import { OpenInvitations } from '../views/open-invitations.tsx'
import { useWords } from '../words.ts'

const perPage = 50

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const members = await inScope(actor, (tx) => listMembers(tx, actor))
  const asked = Number(new URL(request.url).searchParams.get('page')) || 1
  const page = Math.min(Math.max(1, Math.trunc(asked)), Math.max(1, Math.ceil(members.length / perPage)))
  const from = (page - 1) * perPage
  const invitations = await inScope(actor, (tx) => listOpenInvitations(tx, actor))
  return { members: members.slice(from, from + perPage), total: members.length, page, invitations, now: new Date() }
}

const searchSchema = z.object({
  q: z.string().max(200).default(''),
  ofRole: z.enum(memberRoles).default('any'),
  state: z.enum(memberStates).default('any'),
})

/** POST searches when a search was posted, else invites; PUT and DELETE are for who was invited. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const posted = await readForm(request)
  if (posted.has('q')) return search(actor, posted)
  if (request.method !== 'POST') return changeInvitation(actor, request.method, posted)
  const answer = await inviteOne(actor, posted)
  return answer.ok ? answer : data(answer, answer.status)
}

async function search(actor: Actor, posted: FormFields) {
  const form = parseForm(searchSchema, posted)
  if (!form.ok) throw badRequest()
  const { q, ofRole: role, state } = form.value
  const found = await inScope(actor, async (tx) => matchingMembers(await listMembers(tx, actor), { q, role, state }))
  return { ok: true as const, is: 'found' as const, found, search: { q, role, state } }
}

export default function Accounts() {
  const { now, invitations, ...loaded } = useLoaderData<typeof loader>()
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
        <div className="flex min-w-0 flex-col gap-6">
          {answer?.ok && answer.is === 'withdrawn' && <Banner isLive>{words.withdrawn}</Banner>}
          <MemberList {...listed} now={now} perPage={perPage} />
          <OpenInvitations invitations={invitations} now={now} />
        </div>
        {/* Below everybody on a narrow screen, where the button above leads to it. */}
        <div id="invite" className="scroll-mt-24">
          <InviteForm
            as="member"
            errors={answer && !answer.ok ? answer.errors : undefined}
            invited={answer?.ok && answer.is === 'invited' ? answer : undefined}
          />
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
