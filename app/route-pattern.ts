import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import type { Request, RequestHandler, Response } from 'express'

type RouteObject = Parameters<typeof matchRoutes>[0][number]
type Build = ServerBuild | (() => Promise<ServerBuild>)

/** Says in `response.locals.route` which of our addresses was asked for, as it stands in routes.ts: never what fills it in. */
export function sayRoute(build: Build): RequestHandler {
  const known = new WeakMap<ServerBuild, RouteObject[]>()
  const routesOf = (pages: ServerBuild) => {
    const routes = known.get(pages) ?? childrenOf(pages, undefined)
    known.set(pages, routes)
    return routes
  }
  const say = async (request: Request, response: Response) => {
    const pages = typeof build === 'function' ? await build() : build
    response.locals.route = patternOf(routesOf(pages), request.path)
  }
  // An address that cannot be read is answered by whoever comes after.
  return (request, response, next) =>
    void say(request, response)
      .catch(() => {})
      .then(() => next())
}

function childrenOf({ routes }: ServerBuild, parentId: string | undefined): RouteObject[] {
  return Object.values(routes)
    .filter((route) => route !== undefined && (route.parentId ?? undefined) === parentId)
    .map((route) => {
      const { id, path, index } = route as NonNullable<typeof route>
      return index ? { id, path, index } : { id, path, children: childrenOf({ routes } as ServerBuild, id) }
    })
}

/** The data of a page counts with it. */
function patternOf(routes: RouteObject[], path: string): string {
  const page = path.replace(/(?:\/_root|\/?_data)?\.data$/, '') || '/'
  const matches = matchRoutes(routes, page)
  if (!matches) return 'none'
  const parts = matches.map(({ route }) => route.path).filter(Boolean)
  return `/${parts.join('/')}`.replace(/\/{2,}/g, '/')
}
