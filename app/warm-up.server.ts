import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { asNobody } from './accounts/authorize.server.ts'
import { warmPasswords } from './accounts/passwords.server.ts'
import { env } from './core/env.server.ts'
import { beforeSignInAtOnce } from './core/scope.server.ts'

/** What callers ask for in the morning, all at once. */
const paths = ['/sign-in', '/', '/calls']
const longestMs = 500
const connectionsAtFirst = 4

/**
 * Before anybody is let in: the pages are asked for a few times, so that what the first of the day asks is loaded, compiled
 * and planned. Nothing is written. Takes half a second; what fails is for who asks next to hear.
 */
export async function warmUp(build: ServerBuild): Promise<void> {
  const endsAt = performance.now() + longestMs
  await Promise.allSettled([warmPasswords(), ...Array.from({ length: connectionsAtFirst }, connectOnce)])
  const handle = createRequestHandler(build, 'production')
  for (let turn = 0; performance.now() < endsAt; turn++) {
    const path = paths[turn % paths.length] ?? '/'
    await asNobody((headers) => askFor(handle, path, headers)).catch(() => {})
  }
}

const connectOnce = () => beforeSignInAtOnce({ text: 'SELECT 1' })

async function askFor(handle: ReturnType<typeof createRequestHandler>, path: string, headers: Record<string, string>) {
  const request = new Request(new URL(path, env().publicUrl), { headers })
  const answer = await handle(request, { nonce: '', requestId: '', address: '', sayAgainLater: () => {} })
  // A page is written while it is read.
  await answer.body?.pipeTo(new WritableStream())
}
