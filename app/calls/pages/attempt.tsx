import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { loadCorrection, saveCorrection } from '../correction.server.ts'
import { Correction } from '../views/correction.tsx'

function whichOf(params: LoaderFunctionArgs['params']) {
  const attemptId = params.attemptId ?? ''
  if (!isUuid(attemptId)) throw notFound()
  return { attemptId }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'conversation:correct')
  return loadCorrection(actor, whichOf(params))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'conversation:correct')
  return saveCorrection(actor, whichOf(params), request)
}

export default function Attempt() {
  return <Correction {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
