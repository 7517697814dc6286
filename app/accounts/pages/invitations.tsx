import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { readForm } from '#app/core/read-form.server.ts'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { authorize } from '../authorize.server.ts'
import { inviteMany } from '../invite-people.server.ts'
import { useInviteWords } from '../invite-words.ts'
import { InviteMany } from '../views/invite-many.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await authorize(request, 'account:manage')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const answer = await inviteMany(actor, await readForm(request))
  return answer.is === 'refused' ? data(answer, 400) : answer
}

export default function Invitations() {
  const words = useInviteWords()
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} back={{ to: '/accounts', label: words.back }} />
      <InviteMany as="member" answer={useActionData<typeof action>()} />
    </Page>
  )
}
