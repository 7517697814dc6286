import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { env } from '#app/core/env.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { Button } from '#app/ui/button.tsx'
import { Dropzone } from '#app/ui/dropzone.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { DateField } from '#app/ui/field.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { receiveUpload } from '../receive-upload.server.ts'
import { reasonHeader } from '../upload-reasons.ts'
import { whyNoRoom } from '../upload-room.server.ts'
import { ImportSteps } from '../views/import-steps.tsx'
import { useUpload } from '../views/use-upload.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'tenant-list:import')
  const noRoom = await whyNoRoom(actor, 0)
  return { today: dateIn(actor.timeZone, new Date()), megabytes: env().UPLOAD_MB, noRoom }
}

/** For what sends the file and reads no page. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'tenant-list:import')
  const answer = await receiveUpload(actor, request, dateIn(actor.timeZone, new Date()))
  // A refused file has a page too: it says why, and the way on.
  if ('importId' in answer) return redirect(`/imports/${answer.importId}`)
  return data(
    { ok: false as const, reason: answer.reason },
    { status: 422, headers: { [reasonHeader]: answer.reason } },
  )
}

/** What is wrong, of what was sent just now, of what came back, or of there being no room; and where. */
function useProblem(sent: ReturnType<typeof useUpload>['reason']) {
  const { noRoom } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { upload: words } = useWords()
  const reason = sent ?? answer?.reason ?? noRoom
  const problem = reason === 'lost' ? words.lost : reason ? words.errors[reason] : undefined
  return { field: reason === 'bad-date' ? 'listedOn' : 'file', problem }
}

type UploadFieldsProps = {
  errors: Record<string, string | undefined>
  progress: ReturnType<typeof useUpload>['progress']
}

/** The day before the file: by the time the file comes in, its day is known. */
function UploadFields({ errors, progress }: UploadFieldsProps) {
  const { today, megabytes } = useLoaderData<typeof loader>()
  const { upload: words } = useWords()
  return (
    <>
      <DateField
        name="listedOn"
        label={words.listedOn}
        hint={words.listedOnHint}
        defaultValue={today}
        max={today}
        error={errors.listedOn}
      />
      <Dropzone
        name="file"
        label={words.drop}
        hint={words.dropHint(megabytes)}
        accept=".csv,.txt,.tsv,.xlsx"
        error={errors.file}
        progress={progress}
      />
    </>
  )
}

export default function NewImport() {
  const words = useWords()
  const upload = useUpload()
  const { field, problem } = useProblem(upload.reason)
  const problems = useMemo(() => (problem ? [{ field, message: problem }] : []), [field, problem])
  return (
    <Page width="narrow">
      <PageHeader title={words.upload.title} back={{ to: '/imports', label: words.back }} />
      <ImportSteps current={1} />
      <ErrorSummary problems={problems} />
      <Form
        method="post"
        encType="multipart/form-data"
        onSubmit={upload.onSubmit}
        className="flex flex-col gap-6"
        noValidate
      >
        <UploadFields errors={{ [field]: problem }} progress={upload.progress} />
        <p className="text-sm text-ink-soft">{words.upload.privacy}</p>
        <div>
          <Button type="submit" variant="primary" isPending={upload.progress !== undefined}>
            {words.upload.send}
          </Button>
        </div>
      </Form>
    </Page>
  )
}
