import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js'
import { Frame } from '#tests/ui/specimen/routed.tsx'

/** As the server writes it, before any script has run. */
export async function asHtml(element: ReactElement): Promise<string> {
  const handler = createStaticHandler([{ path: '*', element }])
  const context = await handler.query(new Request('https://rondbel.test/'))
  if (context instanceof Response) throw new Error(`answered ${context.status}`)
  return renderToString(
    <Frame>
      <StaticRouterProvider
        router={createStaticRouter(handler.dataRoutes, context)}
        context={context}
        hydrate={false}
      />
    </Frame>,
  )
}
