import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { findHomes, mostHomes } from '../find-homes.server.ts'
import { useRingBackWords } from '../ring-back-words.ts'
import { FoundHomes } from '../views/found-homes.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await authorize(request, 'call:make')
  return null
}

const schema = z.object({ q: z.string().max(200) })

/** A search is posted: a name or a number does not belong in an address. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const form = parseForm(schema, await readForm(request))
  if (!form.ok) throw badRequest()
  const { q } = form.value
  const homes = await inScope(actor, (tx) => findHomes(tx, actor, q))
  return { q, homes: homes.slice(0, mostHomes), isTooMany: homes.length > mostHomes, now: new Date().toISOString() }
}

export default function RingBacks() {
  const words = useRingBackWords()
  const title = useWords().list.ringBack
  const answer = useActionData<typeof action>()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Page>
      <PageHeader title={title} meta={words.lead} />
      <Form method="post" className="flex max-w-xl flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <TextField
            key={answer?.q}
            name="q"
            type="search"
            label={words.label}
            hint={words.hint}
            defaultValue={answer?.q}
            autoComplete="off"
            autoFocus={!answer}
          />
        </div>
        <Button type="submit" variant="primary" icon="search" isPending={isBusy}>
          {words.search}
        </Button>
      </Form>
      {answer && <FoundHomes {...answer} />}
    </Page>
  )
}
