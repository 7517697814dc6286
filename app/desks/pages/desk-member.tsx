import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { changeDeskMember, listDeskMembers } from '#app/accounts/desk-members.server.ts'
import { deskRoles } from '#app/accounts/roles.ts'
import { useWords as useAccountWords } from '#app/accounts/words.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest, notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'

/** Somebody of the desk, for whoever looks after it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  const members = await inScope(actor, (tx) => listDeskMembers(tx, actor))
  const member = members.find(({ accountId }) => accountId === params.accountId)
  if (!member) throw notFound()
  return { member }
}

const schema = z.object({ role: z.enum(deskRoles) })

/** PUT gives another role, DELETE ends it. */
export async function action({ request, params: { accountId = '' } }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  if (!isUuid(accountId)) throw notFound()
  const isEnding = request.method === 'DELETE'
  const form = isEnding ? null : parseForm(schema, await readForm(request))
  if (form && !form.ok) throw badRequest()
  const role = form?.ok ? form.value.role : null
  const answer = await changeDeskMember(actor, accountId, { role, now: new Date() })
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  if (!answer.ok) return data({ ok: false as const, reason: answer.reason }, 409)
  return isEnding ? redirect('/desk') : { ok: true as const, reason: undefined }
}

export default function DeskMemberPage() {
  const { member } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { refusals } = useAccountWords()
  const { desk: words } = useWords()
  return (
    <Page width="narrow">
      <PageHeader title={member.name} meta={member.email} back={{ to: '/desk', label: words.title }} />
      {answer && (
        <Banner tone={answer.ok ? 'info' : 'attention'} isLive>
          {answer.ok ? words.saved : refusals[answer.reason]}
        </Banner>
      )}
      <RoleSection />
      <Section title={words.end} lead={words.endLead} isPanel>
        <Form method="delete" noValidate>
          <Button type="submit">{words.end}</Button>
        </Form>
      </Section>
    </Page>
  )
}

function RoleSection() {
  const { member } = useLoaderData<typeof loader>()
  const { roles } = useAccountWords()
  const { desk: words } = useWords()
  return (
    <Section title={words.role} isPanel>
      <Form method="put" className="flex flex-col gap-4" noValidate>
        <RadioCards
          name="role"
          label={words.role}
          isLabelHidden
          defaultValue={member.role}
          options={deskRoles.map((role) => ({ value: role, label: roles[role] }))}
        />
        <div>
          <Button type="submit" variant="primary">
            {words.saveRole}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
