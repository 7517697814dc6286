import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { authorize } from '../authorize.server.ts'
import { checkPeople, inviteMany, manySchema } from '../invite-many.server.ts'
import { useInviteWords } from '../invite-words.ts'
import { CheckedPeople } from '../views/checked-people.tsx'
import { InvitationLinks } from '../views/invitation-links.tsx'
import { PasteForm } from '../views/paste-form.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await authorize(request, 'account:manage')
  return null
}

/** First it is shown who would be invited; only what was shown is sent. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  const form = parseForm(manySchema, await readForm(request))
  if (!form.ok) return data({ is: 'refused' as const, errors: form.errors }, 400)
  const { people: text, role, isChecked } = form.value
  if (!isChecked) return { is: 'checked' as const, people: await checkPeople(actor, text), text, role }
  return { is: 'sent' as const, ...(await inviteMany(actor, { text, role, now: new Date() })) }
}

export default function Invitations() {
  const words = useInviteWords()
  const answer = useActionData<typeof action>()
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} back={{ to: '/accounts', label: words.back }} />
      {answer?.is === 'sent' ? (
        <InvitationLinks sent={answer.sent} mail={answer.mail} />
      ) : (
        <>
          {answer?.is === 'checked' && <CheckedPeople people={answer.people} text={answer.text} role={answer.role} />}
          <PasteForm
            text={answer?.is === 'checked' ? answer.text : undefined}
            role={answer?.is === 'checked' ? answer.role : 'caller'}
            errors={answer?.is === 'refused' ? answer.errors : {}}
          />
        </>
      )}
    </Page>
  )
}
