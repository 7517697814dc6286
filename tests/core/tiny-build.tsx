import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { Outlet, Scripts } from '@remix-run/react'
import * as entry from '#app/entry.server.tsx'
import { useNonce } from '#app/ui/response-context.tsx'

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
export const tinyBuild = {
  mode: 'production',
  entry: { module: entry },
  routes: Object.fromEntries(Object.entries(modules).map(([id, module]) => [id, { ...routeEntryOf(id), module }])),
  assets: {
    entry: { imports: [], module: '/assets/entry.js' },
    routes: Object.fromEntries(Object.keys(modules).map((id) => [id, { ...routeEntryOf(id), ...listed(id) }])),
    url: '/assets/manifest.js',
    version: '1',
  },
  publicPath: '/',
  assetsBuildDirectory: 'build/client',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
  },
  isSpaMode: false,
} as unknown as ServerBuild

function routeEntryOf(id: string) {
  return id === 'root' ? { id, path: '' } : { id, parentId: 'root', path: paths[id] }
}

function listed(id: string) {
  return {
    module: `/assets/${id}.js`,
    hasAction: id !== 'root',
    hasLoader: ['broken', 'address', 'away', 'awayResource'].includes(id),
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
  }
}

function beAway() {
  throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
}

function fail() {
  throw new Error('mevrouw Kuipers, 06-12345678')
}
