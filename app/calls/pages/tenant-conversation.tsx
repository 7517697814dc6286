import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { loadConversation, saveConversation } from '../added-conversation.server.ts'
import { useRingBackWords } from '../ring-back-words.ts'
import { spokenWithOf } from '../route-params.server.ts'
import { AddedConversation } from '../views/added-conversation.tsx'

/** A conversation with a tenant, whether they are on a list or not. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'conversation:add')
  return loadConversation(actor, spokenWithOf(params))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'conversation:add')
  return saveConversation(actor, spokenWithOf(params), {
    posted: await readForm(request),
    next: `/tenants/${params.tenantId}`,
  })
}

export default function TenantConversationPage() {
  const words = useRingBackWords().conversation
  const { tenantId } = useParams()
  return (
    <AddedConversation
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()}
      path={`/tenants/${tenantId}/conversation`}
      back={{ to: `/tenants/${tenantId}`, label: words.backTenant }}
    />
  )
}
