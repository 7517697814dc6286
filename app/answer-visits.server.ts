import type { ServerBuild } from '@remix-run/node'
import { notFound } from './core/http-errors.ts'

type Route = NonNullable<ServerBuild['routes'][string]>

/**
 * The same pages for who visits an address: one that only takes forms is no page, and says so as a page does, in one's own
 * language and inside the frame. Without this Remix takes the visit for a fault of ours.
 */
export function answeringVisits(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && asPage(route)])
  return { ...build, routes: Object.fromEntries(routes) }
}

function asPage(route: Route): Route {
  if (route.module.default || route.module.loader) return route
  // What has a view is a page to Remix; that it fails, the frame around it shows.
  return { ...route, module: { ...route.module, loader: sayNotFound, default: nothing } }
}

function sayNotFound(): never {
  throw notFound()
}

const nothing = () => null
