import { resolve } from 'node:path'
import * as root from '#app/root.tsx'
import routes from '#app/routes.ts'
import { type ServedRoute, serverBuild } from './server-build.ts'

type Entry = { id?: string; file: string; path?: string; index?: boolean; children?: Entry[] }
type Route = ServedRoute & { parentId: string }

/** Every page of the product as its sources say, so that the server is asked for real without a build before it. */
export async function wholeBuild() {
  const all = await modulesOf(routes as Entry[], 'root')
  const build = serverBuild([{ id: 'root', path: '', module: root }, ...all])
  const pathsOf = (isOne: (route: Route) => unknown) => all.filter(isOne).map((route) => pathOf(route, all))
  return {
    build,
    paths: pathsOf(({ path, index }) => index || (path && path !== '*')),
    actions: pathsOf(({ module }) => module.action),
    formsOnly: pathsOf(({ module }) => module.action && !module.loader && !module.default),
  }
}

async function modulesOf(entries: Entry[], parentId: string): Promise<Route[]> {
  const below = await Promise.all(
    entries.map(async ({ file, path, index, children = [], id = file.replace(/\.tsx?$/, '') }) => {
      const module: ServedRoute['module'] = await import(/* @vite-ignore */ resolve('app', file))
      return [{ id, parentId, path, index, module }, ...(await modulesOf(children, id))]
    }),
  )
  return below.flat()
}

function pathOf(route: Route, all: Route[]): string {
  const parent = all.find(({ id }) => id === route.parentId)
  return [parent && pathOf(parent, all), route.path].filter(Boolean).join('/').replace(/^\/*/, '/')
}
