import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { isDatabaseAway } from './core/is-database-away.ts'
import { log } from './core/log.server.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs
type DataFunction = (args: Args) => unknown
type Route = NonNullable<ServerBuild['routes'][string]>

/**
 * The same pages, which answer 503 with a time to try again while the database is away: that is no fault of theirs, and
 * whoever asked, a browser or a proxy, may ask again.
 */
export function answeringUnavailable(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && withUnavailable(route)])
  return { ...build, routes: Object.fromEntries(routes) }
}

function withUnavailable(route: Route): Route {
  const { loader, action } = route.module
  const module = { ...route.module }
  if (loader) module.loader = guarded(loader as DataFunction) as typeof loader
  if (action) module.action = guarded(action as DataFunction) as typeof action
  return { ...route, module }
}

const guarded = (run: DataFunction): DataFunction =>
  Object.assign(async (args: Args) => {
    try {
      return await run(args)
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      log().warn({ event: 'database-away', requestId: args.context.requestId })
      args.context.sayAgainLater()
      throw new Response('unavailable', { status: 503, headers: { 'Cache-Control': 'no-store' } })
    }
  }, run)
