import { ReadableStream } from 'node:stream/web'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { csvType } from '#app/core/csv.ts'
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
  const headers = {
    'Content-Type': csvType,
    'Content-Disposition': `attachment; filename="${words.name}.csv"`,
    'Cache-Control': 'no-store',
  }
  return new Response(ReadableStream.from(encoded(file)) as unknown as BodyInit, { headers })
}

async function* encoded(file: AsyncIterable<string>) {
  const encoder = new TextEncoder()
  for await (const text of file) yield encoder.encode(text)
}
