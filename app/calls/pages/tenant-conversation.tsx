import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { loadConversation, saveConversation } from '../added-conversation.server.ts'
import { useRingBackWords } from '../ring-back-words.ts'
import { AddedConversation } from '../views/added-conversation.tsx'

function tenantOf({ tenantId }: { tenantId?: string }) {
  if (!tenantId || !isUuid(tenantId)) throw notFound()
  return tenantId
}

/** A conversation with a tenant, whether they are on a list or not. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'conversation:add')
  return loadConversation(actor, { tenantId: tenantOf(params) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'conversation:add')
  const tenantId = tenantOf(params)
  return saveConversation(actor, { tenantId }, { posted: await readForm(request), next: `/tenants/${tenantId}` })
}

export default function TenantConversationPage() {
  const words = useRingBackWords().conversation
  const { tenantId } = useParams()
  return (
    <AddedConversation
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()}
      back={{ to: `/tenants/${tenantId}`, label: words.backTenant }}
    />
  )
}
