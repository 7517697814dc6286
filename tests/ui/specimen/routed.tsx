import { UNSAFE_RemixContext as RemixContext } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { LanguageProvider } from '#app/ui/language.tsx'

type Context = ComponentProps<typeof RemixContext.Provider>['value']

const context = { future: {}, isSpaMode: false, manifest: { routes: {} }, routeModules: {} } as unknown as Context

/** Just enough of Remix for links to work outside the application. */
export function Routed({ children }: { children: ReactNode }) {
  const element = <LanguageProvider language="nl">{children}</LanguageProvider>
  return (
    <RemixContext.Provider value={context}>
      <RouterProvider router={createMemoryRouter([{ path: '*', element }])} />
    </RemixContext.Provider>
  )
}
