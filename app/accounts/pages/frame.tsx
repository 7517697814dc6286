import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Outlet, type ShouldRevalidateFunction, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import { readDeskPerson } from '#app/contacts/desk-person.server.ts'
import { deskParts } from '#app/contacts/views/desk-slot.ts'
import { readUrgentSaved } from '#app/conversations/urgent-saved.server.ts'
import { urgentSavedParam } from '#app/conversations/urgent-saved.ts'
import { Banner } from '#app/ui/banner.tsx'
import type { Connection } from '#app/ui/connection.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { LiveProvider, useConnection } from '#app/ui/live.tsx'
import { Menu, MenuButton } from '#app/ui/menu.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { ToastProvider } from '#app/ui/toast.tsx'
import { authorizeAnybody, type Person, placeName } from '../authorize.server.ts'
import { entryAt, navigationFor } from '../navigation.ts'
import { can } from '../permissions.ts'
import { isSamePlace, placeValue } from '../place-value.ts'
import { listPlaces } from '../places.server.ts'
import type { Role, Who } from '../roles.ts'
import { AccountMenu } from '../views/account-menu.tsx'
import { ErrorPage } from '../views/error-page.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await authorizeAnybody(request)
  const { accountId, name, language } = person
  const places = await listPlaces(accountId)
  return {
    accountId,
    name,
    language,
    who: whoOf(person),
    place: placeName(person),
    desk: person.as === 'desk' ? await readDeskPerson(person) : null,
    urgentSaved: person.as === 'member' ? await readUrgentSaved(person, request) : null,
    others: places
      .filter((place) => !isSamePlace(place, person))
      .map((place) => ({ value: placeValue(place), name: place.name })),
  }
}

/** In which role, and where: what the menus hang on. */
const whoOf = (person: Person): Who =>
  person.as === 'member' ? { as: 'member', role: person.role } : { as: 'desk', role: person.role }

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

type FrameProps = { who: ReturnType<typeof useLoaderData<typeof loader>> }

function Around({ who, children }: FrameProps & { children: ReactNode }) {
  const desk = useDeskOnceThere(who.desk !== null)
  const framed = (
    <ToastProvider>
      <Framed who={who}>{children}</Framed>
    </ToastProvider>
  )
  if (!who.desk) return <LiveProvider>{framed}</LiveProvider>
  return desk && <desk.Around person={who.desk}>{framed}</desk.Around>
}

/** Loaded by whoever works for a desk alone: what a caller waits for must stay small. */
function useDeskOnceThere(isWanted: boolean) {
  const [, setThere] = useState(deskParts() !== null)
  useEffect(() => {
    if (!isWanted || deskParts()) return
    import('#app/contacts/views/desk-frame.tsx').then(
      () => setThere(true),
      () => window.location.reload(),
    )
  }, [isWanted])
  return deskParts()
}

function Framed({
  who: { name, who, place, others, desk, urgentSaved },
  children,
}: FrameProps & { children: ReactNode }) {
  const words = useWords()
  const language = useLanguage()
  const connection = useConnection()
  const parts = desk && deskParts()
  const organisation = others.length === 0 ? place : <PlaceMenu current={place} others={others} />
  const entries = navigationFor(who)
  const search = who.as === 'member' ? searchOf(who.role, words.frame) : undefined
  const nav = entries.map(({ to, icon, label }) => ({ to, icon, label: label[language], end: to === '/' }))
  return (
    <Shell
      product="Rondbel"
      nav={nav}
      organisation={organisation}
      search={search}
      presence={parts && <parts.Header />}
      connection={connection}
      account={<AccountMenu name={name} who={who} />}
    >
      <ConnectionBar connection={connection} isDesk={parts !== null} />
      {parts && <parts.Bars />}
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

/** A desk has a bar of its own for a connection that is gone, which says how old its queue is. */
function ConnectionBar({ connection, isDesk }: { connection: Connection; isDesk: boolean }) {
  const words = useWords().frame
  if (connection === 'connected' || (isDesk && ['reconnecting', 'offline'].includes(connection))) return null
  return (
    <div className="mb-6">
      <Banner tone="attention" isLive>
        {connectionText(words, connection)}
      </Banner>
    </div>
  )
}

function connectionText(words: ReturnType<typeof useWords>['frame'], connection: Connection) {
  if (connection === 'signed-out') return words.signedOut
  return connection === 'access-ended' ? words.accessEnded : words.connectionLost
}

/** Everybody finds whom they may see: a coordinator all tenants, a caller who rings back. */
function searchOf(role: Role, { search, searchHomes }: { search: string; searchHomes: string }) {
  if (can(role, 'tenant:read')) return { action: '/tenants', label: search }
  return can(role, 'call:make') ? { action: '/ring-backs', label: searchHomes } : undefined
}

function PlaceMenu({ current, others }: { current: string; others: { value: string; name: string }[] }) {
  const words = useWords().frame
  return (
    <Menu label={current} icon="house" align="start">
      {others.map(({ value, name }) => (
        <Form key={value} method="post" action="/account/place" reloadDocument noValidate>
          <input type="hidden" name="place" value={value} />
          <MenuButton type="submit">{words.switchTo(name)}</MenuButton>
        </Form>
      ))}
    </Menu>
  )
}
