import type { LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import { currentPerson, publicRoute } from '#app/accounts/authorize.server.ts'
import { themeOf } from '#app/accounts/theme-cookie.server.ts'
import { ErrorPage } from '#app/accounts/views/error-page.tsx'
import { preferredLanguage } from '#app/core/languages.ts'
import { hasWords, type Language, LanguageProvider } from '#app/ui/language.tsx'
import { requestIdMeta, useNonce, useRequestId } from '#app/ui/response-context.tsx'
import stylesheet from './styles.css?url'

export async function loader({ request }: LoaderFunctionArgs) {
  publicRoute('language and theme of every page, signed in or not')
  const actor = await currentPerson(request)
  const language = actor?.language ?? preferredLanguage(request.headers)
  return { language, timeZone: actor?.timeZone, theme: themeOf(request) }
}

export const links = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta = () => [{ title: 'Rondbel' }]

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const requestId = useRequestId()
  const data = useRouteLoaderData<typeof loader>('root')
  const language = useLanguageOnceThere(useLanguageOfPage() ?? data?.language ?? 'nl')
  const theme = data?.theme ?? undefined
  return (
    <html lang={language} translate="no" className="notranslate" data-theme={theme} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme ?? 'light dark'} />
        <meta name="robots" content="noindex" />
        {/* A translator would send what stands here about tenants to another company. */}
        <meta name="google" content="notranslate" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <meta name={requestIdMeta} content={requestId} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageProvider language={language} timeZone={data?.timeZone}>
          {children}
        </LanguageProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** A page that everybody can open may have a language of its own, whatever the browser asks for: `pageLanguage` of its loader. */
function useLanguageOfPage(): Language | undefined {
  const own = useMatches().at(-1)?.data as { pageLanguage?: Language } | null | undefined
  return own?.pageLanguage
}

/** Whoever asks for English while the page is open reads Dutch until the words are there, and loses nothing they typed. */
function useLanguageOnceThere(wanted: Language): Language {
  const [, setEnglish] = useState(hasWords('en'))
  useEffect(() => {
    if (hasWords(wanted)) return
    import('./english.ts').then(
      () => setEnglish(true),
      () => undefined,
    )
  }, [wanted])
  return hasWords(wanted) ? wanted : 'nl'
}

export default function Root() {
  return <Outlet />
}

export const ErrorBoundary = ErrorPage
