import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { loadCorrection, saveCorrection } from '../correction.server.ts'
import { correctedOf } from '../route-params.server.ts'
import { Correction } from '../views/correction.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'conversation:correct')
  return loadCorrection(actor, correctedOf(params))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'conversation:correct')
  return saveCorrection(actor, correctedOf(params), request)
}

export default function Conversation() {
  return <Correction {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
