import { PassThrough } from 'node:stream'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { log } from '#app/core/log.server.ts'
import { redactedError } from '#app/core/redacted-error.ts'
import { ResponseContextProvider } from '#app/ui/response-context.tsx'
import './contacts/views/desk-frame.tsx'
import './english.ts'

const patienceMs = 10_000
export const streamTimeout = patienceMs

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
) {
  const wholePage = isbot(request.headers.get('User-Agent') ?? '')
  return new Promise<Response>((resolve, reject) => {
    let answer = status
    const { pipe, abort } = renderToPipeableStream(
      <ResponseContextProvider value={{ nonce, requestId }}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={patienceMs} />
      </ResponseContextProvider>,
      {
        nonce,
        [wholePage ? 'onAllReady' : 'onShellReady']() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          answer = 500
          log().error({ event: 'page-failed', requestId, error: redactedError(error) })
        },
      },
    )
    setTimeout(abort, patienceMs + 1_000).unref()
  })
}

/** What is thrown in a loader or action: written with the request's id, which the page shows. Never its message: it may quote a person. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted) return
  // Whoever asks for what is not there has made the mistake, not we.
  if (isRouteErrorResponse(error) && error.status < 500) return
  log().error({ event: 'request-failed', requestId: context.requestId, error: redactedError(error) })
}
