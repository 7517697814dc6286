import { resolve } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import * as entry from '#app/entry.server.tsx'
import * as root from '#app/root.tsx'
import routes from '#app/routes.ts'

type Entry = { id?: string; file: string; path?: string; index?: boolean; children?: Entry[] }
type Module = { action?: unknown; loader?: unknown; default?: unknown }
type Route = { id: string; parentId: string; path?: string; index?: boolean; module: Module }

/** Every page of the product as its sources say, so that the server is asked for real without a build before it. */
export async function wholeBuild() {
  const all = await modulesOf(routes as Entry[], 'root')
  const ofServer = [{ id: 'root', path: '', module: root }, ...all]
  const build = {
    mode: 'production',
    entry: { module: entry },
    routes: Object.fromEntries(ofServer.map((route) => [route.id, route])),
    assets: {
      entry: { imports: [], module: '/assets/entry.js' },
      routes: Object.fromEntries(ofServer.map(({ module, ...route }) => [route.id, { ...route, ...listed(module) }])),
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
  return { build, actions: all.filter(({ module }) => module.action).map((route) => pathOf(route, all)) }
}

async function modulesOf(entries: Entry[], parentId: string): Promise<Route[]> {
  const below = await Promise.all(
    entries.map(async ({ file, path, index, children = [], id = file.replace(/\.tsx?$/, '') }) => {
      const module: Module = await import(/* @vite-ignore */ resolve('app', file))
      return [{ id, parentId, path, index, module }, ...(await modulesOf(children, id))]
    }),
  )
  return below.flat()
}

function listed(module: Module) {
  return {
    module: '/assets/page.js',
    hasAction: Boolean(module.action),
    hasLoader: Boolean(module.loader),
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
  }
}

function pathOf(route: Route, all: Route[]): string {
  const parent = all.find(({ id }) => id === route.parentId)
  return [parent && pathOf(parent, all), route.path].filter(Boolean).join('/').replace(/^\/*/, '/')
}
