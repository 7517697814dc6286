import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { authorizeDesk, type DeskActor } from '#app/accounts/authorize.server.ts'
import { changeDeskMember, extensionSchema, listDeskMembers, setExtension } from '#app/accounts/desk-members.server.ts'
import { deskRoles } from '#app/accounts/roles.ts'
import { RoleSection } from '#app/accounts/views/role-section.tsx'
import { useWords as useAccountWords } from '#app/accounts/words.ts'
import type { FormFields } from '#app/core/form-fields.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest, notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
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

/** PUT gives another role, PATCH a telephone set, DELETE ends it. */
export async function action({ request, params: { accountId = '' } }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  if (!isUuid(accountId)) throw notFound()
  const answer = await change(actor, accountId, request)
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  if (!answer.ok) return data({ ok: false as const, reason: answer.reason }, 409)
  return request.method === 'DELETE' ? redirect('/desk') : { ok: true as const, reason: undefined }
}

async function change(actor: DeskActor, accountId: string, request: Request) {
  const now = new Date()
  if (request.method === 'DELETE') return changeDeskMember(actor, accountId, { role: null, now })
  const posted = await readForm(request)
  if (request.method === 'PATCH') return changeExtension(actor, accountId, posted)
  const form = parseForm(schema, posted)
  if (!form.ok) throw badRequest()
  return changeDeskMember(actor, accountId, { role: form.value.role, now })
}

async function changeExtension(actor: DeskActor, accountId: string, posted: FormFields) {
  const form = parseForm(extensionSchema, posted)
  if (!form.ok) return { ok: false as const, reason: 'extension' as const }
  return setExtension(actor, accountId, form.value.extension)
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
      <RoleSection as="desk" current={member.role} />
      <Section title={words.extension} lead={words.extensionLead} isPanel>
        <Form method="patch" className="flex flex-wrap items-end gap-3" noValidate>
          <TextField
            name="extension"
            label={words.extensionNumber}
            defaultValue={member.extension ?? ''}
            maxLength={20}
            autoComplete="off"
          />
          <Button type="submit">{words.save}</Button>
        </Form>
      </Section>
      <Section title={words.end} lead={words.endLead} isPanel>
        <Form method="delete" noValidate>
          <Button type="submit">{words.end}</Button>
        </Form>
      </Section>
    </Page>
  )
}
