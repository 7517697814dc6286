import type { AppLoadContext } from '@remix-run/node'
import { Outlet, Scripts } from '@remix-run/react'
import { useNonce } from '#app/ui/response-context.tsx'
import { serverBuild } from './server-build.ts'

// A few addresses, enough for what the server puts around every answer: a page, a resource, and where lists arrive.
const page = {
  default: () => <p>{'Rondbel belt. '.repeat(200)}</p>,
  action: async ({ request }: { request: Request }) => ({ said: (await request.text()).length }),
}
const resource = { action: async ({ request }: { request: Request }) => new Response(await request.text()) }

function Root() {
  const nonce = useNonce()
  return (
    <html lang="nl">
      <head>
        <title>Rondbel</title>
      </head>
      <body>
        <Outlet />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

const modules = {
  root: { default: Root, ErrorBoundary: () => <p>Er ging iets mis.</p> },
  page,
  resource,
  upload: resource,
  invitation: page,
  broken: { loader: fail },
  away: { ...page, loader: beAway },
  awayResource: { loader: beAway },
  address: { loader: ({ context }: { context: AppLoadContext }) => new Response(context.address) },
}
const paths: Record<string, string> = {
  page: 'page',
  resource: 'resource',
  upload: 'imports/new',
  invitation: 'invitations/:token',
  broken: 'broken',
  away: 'away',
  awayResource: 'away-resource',
  address: 'address',
}

/** A build of three pages, so that the server can be tested without waiting for the real one. */
export const tinyBuild = serverBuild(
  Object.entries(modules).map(([id, module]) =>
    id === 'root' ? { id, path: '', module } : { id, parentId: 'root', path: paths[id], module },
  ),
)

function beAway() {
  throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
}

function fail() {
  throw new Error('mevrouw Kuipers, 06-12345678')
}
