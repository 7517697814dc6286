import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js'
import { expect, test, vi } from 'vitest'
import { Frame } from '#tests/ui/specimen/routed.tsx'
import { Specimen } from '#tests/ui/specimen/specimen.tsx'

const complaints = vi.spyOn(console, 'error')
const html = await write()

test('every piece is written by the server', () => {
  expect(html).toContain('Belactie 80+ najaar')
  expect(html).toContain('18.240 beloften')
})

test('React has nothing to complain of', () => expect(complaints.mock.calls).toEqual([]))

test('nothing carries a style attribute, which the content security policy refuses', () => {
  expect(html).not.toContain(' style="')
})

test('every id is there once', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

test('every control has a label', () => {
  const controls = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag)
  const named = (tag: string) => tag.includes('aria-label') || html.includes(`for="${/ id="([^"]+)"/.exec(tag)?.[1]}"`)
  const inLabel = (tag: string) =>
    html.lastIndexOf('<label', html.indexOf(tag)) > html.lastIndexOf('</label>', html.indexOf(tag))
  expect(controls.filter((tag) => !named(tag) && !inLabel(tag))).toEqual([])
})

async function write() {
  const handler = createStaticHandler([{ path: '*', element: <Specimen /> }])
  const context = await handler.query(new Request('https://rondbel.test/'))
  if (context instanceof Response) throw new Error(`answered ${context.status}`)
  const router = createStaticRouter(handler.dataRoutes, context)
  return renderToString(
    <Frame>
      <StaticRouterProvider router={router} context={context} hydrate={false} />
    </Frame>,
  )
}
