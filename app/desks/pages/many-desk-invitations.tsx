import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { inviteMany } from '#app/accounts/invite-people.server.ts'
import { useInviteWords } from '#app/accounts/invite-words.ts'
import { InviteMany } from '#app/accounts/views/invite-many.tsx'
import { readForm } from '#app/core/read-form.server.ts'
import { Page, PageHeader } from '#app/ui/page.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await authorizeDesk(request, 'desk:manage')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  const answer = await inviteMany(actor, await readForm(request))
  return answer.is === 'refused' ? data(answer, 400) : answer
}

export default function ManyDeskInvitations() {
  const words = useInviteWords()
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} back={{ to: '/desk/invitations', label: words.one }} />
      <InviteMany as="desk" answer={useActionData<typeof action>()} />
    </Page>
  )
}
