import type { ServerBuild } from '@remix-run/node'
import * as entry from '#app/entry.server.tsx'

type Module = { action?: unknown; loader?: unknown; default?: unknown; ErrorBoundary?: unknown }
export type ServedRoute = { id: string; parentId?: string; path?: string; index?: boolean; module: Module }

/** What the server needs of a build, of these routes and without building them. */
export const serverBuild = (routes: ServedRoute[]) =>
  ({
    mode: 'production',
    entry: { module: entry },
    routes: Object.fromEntries(routes.map((route) => [route.id, route])),
    assets: {
      entry: { imports: [], module: '/assets/entry.js' },
      routes: Object.fromEntries(routes.map(({ module, ...route }) => [route.id, { ...route, ...listed(module) }])),
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
  }) as unknown as ServerBuild

function listed({ action, loader }: Module) {
  return {
    module: '/assets/page.js',
    hasAction: Boolean(action),
    hasLoader: Boolean(loader),
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
  }
}
