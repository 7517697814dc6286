import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { useColleagueWords } from '#app/accounts/colleague-words.ts'
import { changeInvitation, inviteOne } from '#app/accounts/invite-people.server.ts'
import { listOpenInvitations } from '#app/accounts/open-invitations.server.ts'
import { InviteForm } from '#app/accounts/views/invite-form.tsx'
import { OpenInvitations } from '#app/accounts/views/open-invitations.tsx'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'

/** Who was invited to the desk and did not come yet, and the form to invite somebody. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  return { invitations: await inScope(actor, (tx) => listOpenInvitations(tx, actor)), now: new Date() }
}

/** POST invites, PUT gives another link, DELETE withdraws one. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  const posted = await readForm(request)
  if (request.method !== 'POST') return changeInvitation(actor, request.method, posted)
  const answer = await inviteOne(actor, posted)
  return answer.ok ? answer : data(answer, answer.status)
}

export default function DeskInvitations() {
  const answer = useActionData<typeof action>()
  const words = useColleagueWords().accounts
  return (
    <Page>
      <PageHeader
        title={words.invite}
        back={{ to: '/desk', label: useWords().desk.title }}
        secondary={<LinkButton to="/desk/invitations/many">{words.inviteMany}</LinkButton>}
      />
      {answer?.ok && answer.is === 'withdrawn' && <Banner isLive>{words.withdrawn}</Banner>}
      <InviteForm
        as="desk"
        errors={answer && !answer.ok ? answer.errors : undefined}
        invited={answer?.ok && answer.is === 'invited' ? answer : undefined}
      />
      <OpenInvitations {...useLoaderData<typeof loader>()} />
    </Page>
  )
}
