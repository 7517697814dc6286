import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { csvType } from '#app/core/csv.ts'
import { download, textStream } from '#app/core/download.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { importIn } from '../import-answer.server.ts'
import { rejectsFile } from '../rejects-file.server.ts'
import { en } from '../words.en.ts'
import { nl } from '../words.nl.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'tenant-list:import')
  const importId = await importIn(actor, params)
  const { rejectsFile: words, rejections } = { nl, en }[actor.language]
  const sentences = {
    line: words.line,
    reason: words.reason,
    sentence: (reason: keyof typeof rejections) => rejections[reason],
  }
  const file = await rejectsFile(actor, importId, {
    words: sentences,
    withCircumstances: can(actor, 'tenant:read-circumstances'),
  })
  if (!file) throw notFound()
  return download(textStream(file), { name: `${words.name}.csv`, type: csvType })
}
