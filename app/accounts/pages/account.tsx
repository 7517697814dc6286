import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { parseForm } from '#app/core/forms.ts'
import { badRequest, notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { leavesWork } from '#app/handovers/leave.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { changeMember, endSessionsOf, listMembers } from '../accounts.server.ts'
import { authorize } from '../authorize.server.ts'
import { useColleagueWords } from '../colleague-words.ts'
import { linkOf } from '../invitations.server.ts'
import { makePasswordLink } from '../new-password.server.ts'
import { roles } from '../roles.ts'
import { OneTimeLink } from '../views/one-time-link.tsx'
import { RoleSection } from '../views/role-section.tsx'
import { useWords } from '../words.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const members = await inScope(actor, (tx) => listMembers(tx, actor))
  const member = members.find(({ accountId }) => accountId === params.accountId)
  if (!member) throw notFound()
  return { member }
}

// PUT gives a role, POST ends the sessions, PATCH makes a link for another password. Ending access is a page of its own.
const schema = z.object({ role: z.enum(roles) })

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const accountId = z.uuid().safeParse(params.accountId)
  if (!accountId.success) throw notFound()
  if (request.method === 'POST') {
    await endSessionsOf(actor, accountId.data, new Date())
    return { ok: true as const, message: 'ended' as const, link: undefined }
  }
  if (request.method === 'PATCH') {
    const made = await makePasswordLink(actor, accountId.data, new Date())
    return made.ok
      ? { ok: true as const, message: 'linkReady' as const, link: linkOf(made.token) }
      : data({ ok: false as const, reason: made.reason }, 400)
  }
  if (request.method !== 'PUT') throw badRequest()
  const form = parseForm(schema, await readForm(request))
  if (!form.ok) throw badRequest()
  const { role } = form.value
  if (await leavesWork(actor, accountId.data, role))
    return redirect(`/accounts/${accountId.data}/departure?role=${role}`)
  const answer = await changeMember(actor, accountId.data, { role, now: new Date() })
  if (!answer.ok) return data({ ok: false as const, reason: answer.reason }, 400)
  return { ok: true as const, message: 'saved' as const, link: undefined }
}

export default function Account() {
  const { member } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const link = answer?.ok ? answer.link : undefined
  const all = useWords()
  const colleague = useColleagueWords()
  const words = colleague.accounts
  return (
    <Page width="narrow">
      <PageHeader title={member.name} meta={member.email} back={{ to: '/accounts', label: words.back }} />
      {link && <OneTimeLink title={words.linkReady} name={member.name} link={link} />}
      {answer && !link && (
        <Banner tone={answer.ok ? 'info' : 'attention'} isLive>
          {answer.ok ? words[answer.message] : all.refusals[answer.reason]}
        </Banner>
      )}
      <RoleSection as="member" current={member.role} />
      <Section
        title={words.signedIn}
        lead={member.sessions > 0 ? words.endSessionsLead(member.sessions) : words.never}
        isPanel
      >
        <Form method="post" noValidate>
          <Button type="submit" disabled={member.sessions === 0}>
            {words.endSessions}
          </Button>
        </Form>
      </Section>
      <Section title={words.newPassword} lead={words.newPasswordLead} isPanel>
        <Form method="patch" noValidate>
          <Button type="submit">{words.makeLink}</Button>
        </Form>
      </Section>
      <Section title={words.endAccess} lead={words.endAccessLead} isPanel>
        <div>
          <LinkButton to={`/accounts/${member.accountId}/departure`}>{words.endAccess}</LinkButton>
        </div>
      </Section>
    </Page>
  )
}
