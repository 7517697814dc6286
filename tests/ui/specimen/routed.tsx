import { UNSAFE_RemixContext as RemixContext } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { LanguageProvider } from '#app/ui/language.tsx'

type Context = ComponentProps<typeof RemixContext.Provider>['value']

const id = 'specimen'
const manifest = { routes: { [id]: { id, hasLoader: false, module: '/specimen.js' } } }
const context = { future: {}, isSpaMode: false, manifest, routeModules: { [id]: {} } } as unknown as Context

/** Just enough of Remix for links to work outside the application. */
export const Frame = ({ children }: { children: ReactNode }) => (
  <RemixContext.Provider value={context}>
    <LanguageProvider language="nl">{children}</LanguageProvider>
  </RemixContext.Provider>
)

export const Routed = ({ children }: { children: ReactNode }) => (
  <Frame>
    <RouterProvider router={createMemoryRouter([{ id, path: '*', element: children }])} />
  </Frame>
)
