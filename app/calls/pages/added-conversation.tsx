import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { loadConversation, saveConversation } from '../added-conversation.server.ts'
import { useRingBackWords } from '../ring-back-words.ts'
import { spokenWithOf } from '../route-params.server.ts'
import { AddedConversation } from '../views/added-conversation.tsx'

/** They ring back after the home was called to an end. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  return loadConversation(actor, spokenWithOf(params))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  return saveConversation(actor, spokenWithOf(params), { posted: await readForm(request), next: '/calls' })
}

export default function AddedConversationPage() {
  const words = useRingBackWords().conversation
  const { targetId } = useParams()
  return (
    <AddedConversation
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()}
      path={`/calls/${targetId}/conversation`}
      back={{ to: '/ring-backs', label: words.back }}
    />
  )
}
