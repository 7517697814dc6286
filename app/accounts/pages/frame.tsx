import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Outlet, type ShouldRevalidateFunction, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { readUrgentSaved } from '#app/conversations/urgent-saved.server.ts'
import { urgentSavedParam } from '#app/conversations/urgent-saved.ts'
import { Banner } from '#app/ui/banner.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { LiveProvider, useConnection } from '#app/ui/live.tsx'
import { Menu, MenuButton } from '#app/ui/menu.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { ToastProvider } from '#app/ui/toast.tsx'
import { authorize } from '../authorize.server.ts'
import { listOwnCorporations } from '../colleagues.server.ts'
import { entryAt, navigationFor } from '../navigation.ts'
import { can } from '../permissions.ts'
import type { Role } from '../roles.ts'
import { AccountMenu } from '../views/account-menu.tsx'
import { ErrorPage } from '../views/error-page.tsx'
import { useWords } from '../words.ts'

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
    urgentSaved: await readUrgentSaved(actor, request),
    others: corporations.filter(({ id }) => id !== corporationId),
  }
}

export const shouldRevalidate: ShouldRevalidateFunction = ({
  formAction,
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => {
  const [said, toSay] = [currentUrl, nextUrl].map((url) => url.searchParams.get(urgentSavedParam))
  if (said !== toSay) return true
  return formAction && /^\/(account|settings)/.test(formAction) ? defaultShouldRevalidate : false
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) => {
  const language = data?.language === 'en' ? 'en' : 'nl'
  return [{ title: `${entryAt(location.pathname).label[language]} · Rondbel` }]
}

export default function Frame() {
  return (
    <Around who={useLoaderData<typeof loader>()}>
      <Outlet />
    </Around>
  )
}

/** Whoever is signed in keeps the menu, so that one page that fails is not the end of the road. */
export function ErrorBoundary() {
  const who = useRouteLoaderData<typeof loader>('accounts/pages/frame')
  if (!who) return <ErrorPage />
  return (
    <Around who={who}>
      <ErrorPage isFramed />
    </Around>
  )
}

type Who = { who: ReturnType<typeof useLoaderData<typeof loader>> }

const Around = ({ who, children }: Who & { children: ReactNode }) => (
  <LiveProvider>
    <ToastProvider>
      <Framed who={who}>{children}</Framed>
    </ToastProvider>
  </LiveProvider>
)

function Framed({
  who: { name, role, corporationName, others, urgentSaved },
  children,
}: Who & { children: ReactNode }) {
  const words = useWords()
  const language = useLanguage()
  const connection = useConnection()
  const organisation =
    others.length === 0 ? corporationName : <CorporationMenu current={corporationName} others={others} />
  const entries = navigationFor(role)
  const search = searchOf(role, words.frame)
  const nav = entries.map(({ to, icon, label }) => ({ to, icon, label: label[language], end: to === '/' }))
  return (
    <Shell
      product="Rondbel"
      nav={nav}
      organisation={organisation}
      search={search}
      connection={connection}
      account={<AccountMenu name={name} role={role} />}
    >
      {connection !== 'connected' && (
        <div className="mb-6">
          <Banner tone="attention" isLive>
            {words.frame.connectionLost}
          </Banner>
        </div>
      )}
      {/* There before its sentence is, so that the sentence is read aloud. */}
      <div role="status">
        {urgentSaved && (
          <div className="mb-6">
            <Banner>{urgentSaved}</Banner>
          </div>
        )}
      </div>
      {children}
    </Shell>
  )
}

/** Everybody finds whom they may see: a coordinator all tenants, a caller who rings back. */
function searchOf(role: Role, { search, searchHomes }: { search: string; searchHomes: string }) {
  if (can(role, 'tenant:read')) return { action: '/tenants', label: search }
  return can(role, 'call:make') ? { action: '/ring-backs', label: searchHomes } : undefined
}

function CorporationMenu({ current, others }: { current: string; others: { id: number; name: string }[] }) {
  const words = useWords().frame
  return (
    <Menu label={current} icon="house" align="start">
      {others.map(({ id, name }) => (
        <Form key={id} method="post" action="/account/corporation" reloadDocument noValidate>
          <input type="hidden" name="corporationId" value={id} />
          <MenuButton type="submit">{words.switchTo(name)}</MenuButton>
        </Form>
      ))}
    </Menu>
  )
}
