import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Outlet, useLoaderData } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { useWords } from '#app/ui/language.tsx'
import { LiveProvider, useConnection } from '#app/ui/live.tsx'
import { Menu, MenuButton, MenuText } from '#app/ui/menu.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { ToastProvider } from '#app/ui/toast.tsx'
import { authorize } from '../authorize.server.ts'
import { listOwnCorporations } from '../colleagues.server.ts'
import { ErrorPage } from '../error-page.tsx'
import { navigationFor, placeOf } from '../navigation.ts'
import { en } from '../words.en.ts'
import { nl } from '../words.nl.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'today:see')
  const corporations = await listOwnCorporations(actor)
  const { accountId, name, role, language, corporationId, corporationName } = actor
  return {
    accountId,
    name,
    role,
    language,
    corporationId,
    corporationName,
    others: corporations.filter(({ id }) => id !== corporationId),
  }
}

export const shouldRevalidate = ({
  formAction,
  defaultShouldRevalidate,
}: {
  formAction?: string
  defaultShouldRevalidate: boolean
}) => (formAction?.startsWith('/account') ? defaultShouldRevalidate : false)

export const meta: MetaFunction<typeof loader> = ({ location, data }) => {
  const words = (data?.language === 'en' ? en : nl).frame
  return [{ title: `${words[placeOf(location.pathname)]} · Rondbel` }]
}

export default function Frame() {
  return (
    <LiveProvider>
      <ToastProvider>
        <Framed>
          <Outlet />
        </Framed>
      </ToastProvider>
    </LiveProvider>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}

function Framed({ children }: { children: React.ReactNode }) {
  const { name, role, corporationName, others, ...who } = useLoaderData<typeof loader>()
  const words = useWords({ nl, en })
  const connection = useConnection()
  const organisation =
    others.length === 0 ? corporationName : <CorporationMenu current={corporationName} others={others} />
  const search = navigationFor(role).some(({ to }) => to === '/tenants')
    ? { action: '/tenants', label: words.frame.search }
    : undefined
  const nav = navigationFor(role).map(({ word, ...entry }) => ({ ...entry, label: words.frame[word] }))
  return (
    <Shell
      product="Rondbel"
      nav={nav}
      organisation={organisation}
      search={search}
      connection={connection}
      account={<AccountMenu name={name} role={words.roles[role]} language={who.language} />}
    >
      {connection !== 'connected' && (
        <div className="mb-6">
          <Banner tone="attention" isLive>
            {words.frame.connectionLost}
          </Banner>
        </div>
      )}
      {children}
    </Shell>
  )
}

function AccountMenu({ name, role, language }: { name: string; role: string; language: 'nl' | 'en' }) {
  const words = useWords({ nl, en }).frame
  return (
    <Menu label={name} icon="person">
      <MenuText>{role}</MenuText>
      <Form method="post" action="/account/preferences">
        <input type="hidden" name="language" value={language === 'nl' ? 'en' : 'nl'} />
        <MenuButton type="submit" icon="info">
          {words.language}
        </MenuButton>
      </Form>
      <Form method="post" action="/sign-out">
        <MenuButton type="submit" icon="logout">
          {words.signOut}
        </MenuButton>
      </Form>
    </Menu>
  )
}

function CorporationMenu({ current, others }: { current: string; others: { id: number; name: string }[] }) {
  const words = useWords({ nl, en }).frame
  return (
    <Menu label={current} icon="house" align="start">
      {others.map(({ id, name }) => (
        <Form key={id} method="post" action="/account/corporation" reloadDocument>
          <input type="hidden" name="corporationId" value={id} />
          <MenuButton type="submit">{words.switchTo(name)}</MenuButton>
        </Form>
      ))}
    </Menu>
  )
}
