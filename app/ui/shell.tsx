import { Form, NavLink, useNavigation } from '@remix-run/react'
import { type ReactNode, useRef } from 'react'
import { type Connection, ConnectionState, useIsOnline } from '#app/ui/connection.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { KeyList } from '#app/ui/key-list.tsx'
import { useKeys } from '#app/ui/keys.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'
import { useWords } from './words.ts'

/** `badge` is a short count, `badgeLabel` what it counts: "3 gemiste beloften". */
export type NavEntry = { to: string; label: string; icon: IconName; badge?: string; badgeLabel?: string; end?: boolean }

export type ShellSearch = { action: string; label: string; name?: string; defaultValue?: string }

export type ShellProps = {
  product: string
  nav: NavEntry[]
  /** The name of the organisation, or a Menu to switch. */
  organisation?: ReactNode
  search?: ShellSearch
  connection?: Connection
  /** What somebody says of themselves now, such as whether calls may come. */
  presence?: ReactNode
  /** A Menu of one's own things. */
  account?: ReactNode
  children: ReactNode
}

/** The frame around every page of somebody who is signed in. */
export function Shell({
  product,
  nav,
  organisation,
  search,
  presence,
  connection = 'connected',
  account,
  children,
}: ShellProps) {
  const words = useWords()
  const isOnline = useIsOnline()
  const keyList = useRef<HTMLDialogElement>(null)
  useKeys({ '?': { label: words.keysTitle, run: () => keyList.current?.showModal() } })
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[auto_minmax(0,1fr)] print:block">
      <Underway />
      <a
        href="#main"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 font-bold text-accent-ink focus:translate-y-0"
      >
        {words.skipToContent}
      </a>
      <Rail product={product} nav={nav} showKeys={() => keyList.current?.showModal()} />
      <div className="flex min-w-0 flex-col pb-20 md:pb-0">
        <header className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-line bg-surface px-4 py-2 md:flex md:px-8 print:hidden">
          <div className="order-1 min-w-0 font-bold has-[summary]:-ml-3 md:order-none">{organisation}</div>
          {search && <SearchForm {...search} />}
          {presence && (
            <div className="order-3 col-span-2 mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 md:order-none md:mt-0">
              {presence}
            </div>
          )}
          <div role="status" className="order-4 col-span-2 text-sm *:mt-2 md:order-none md:ml-auto md:*:mt-0">
            <ConnectionState state={isOnline ? connection : 'offline'} />
          </div>
          <div className="order-2 max-w-[45vw] min-w-0 has-[summary]:-mr-3 md:order-none">{account}</div>
        </header>
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 py-6 outline-none md:px-8 print:p-0">
          {children}
        </main>
      </div>
      <BottomBar nav={nav} />
      <KeyList dialog={keyList} />
    </div>
  )
}

/** The next page is on its way: a thin line at the top, and only when it takes long. */
function Underway() {
  const words = useWords()
  if (useNavigation().state === 'idle') return null
  return (
    <div className="fixed inset-x-0 top-0 z-40 animate-late print:hidden">
      <progress aria-label={words.loading} className="meter block h-1 w-full" />
    </div>
  )
}

function SearchForm({ action, label, name = 'q', defaultValue }: ShellSearch) {
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  useKeys({ '/': { label: words.search, run: () => input.current?.focus() } })
  return (
    <search className="order-3 col-span-2 mt-2 md:order-none md:mt-0 md:max-w-md md:flex-1 md:basis-60">
      {/* Posted, so that a name never stands in an address or a history. */}
      <Form method="post" action={action} className="relative flex items-center" noValidate>
        <Icon name="search" className="pointer-events-none absolute left-3 size-5 text-ink-soft" />
        <input
          ref={input}
          type="search"
          name={name}
          aria-label={label}
          placeholder={label}
          defaultValue={defaultValue}
          autoComplete="off"
          className="target w-full rounded-md border border-line-strong bg-surface pr-12 pl-10 text-ellipsis"
        />
        <span className="pointer-events-none absolute right-3 hidden text-ink-soft md:block">
          <Kbd keys="/" />
        </span>
      </Form>
    </search>
  )
}

const railLink =
  'forced-colors:not-aria-[current=page]:border-[Canvas] target flex items-center gap-3 rounded-md border-l-4 border-transparent px-3 text-ink hover:bg-surface-sunk aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-bold aria-[current=page]:text-accent'

function Rail({ product, nav, showKeys }: { product: string; nav: NavEntry[]; showKeys: () => void }) {
  const words = useWords()
  return (
    <nav
      aria-label={words.mainNavigation}
      className="sticky top-0 hidden h-dvh w-56 flex-col gap-4 overflow-y-auto border-r border-line bg-surface px-3 py-3 md:flex print:hidden"
    >
      <p className="px-3 py-1.5 text-lg font-bold text-accent">{product}</p>
      <ul className="flex flex-1 flex-col gap-1">
        {nav.map((entry) => (
          <li key={entry.to}>
            <NavLink to={entry.to} end={entry.end} prefetch="intent" className={railLink}>
              <Icon name={entry.icon} />
              <span className="flex-1">{entry.label}</span>
              <NavBadge {...entry} />
            </NavLink>
          </li>
        ))}
      </ul>
      <button type="button" onClick={showKeys} className={`${railLink} text-sm text-ink-soft pointer-coarse:hidden`}>
        <Icon name="keyboard" />
        <span className="flex-1 text-left">{words.keys}</span>
        <Kbd keys="?" />
      </button>
    </nav>
  )
}

function NavBadge({ badge, badgeLabel }: Pick<NavEntry, 'badge' | 'badgeLabel'>) {
  if (!badge) return null
  return (
    <span className="tabular rounded-full bg-attention-soft px-2 text-sm text-attention-ink">
      <span aria-hidden={Boolean(badgeLabel)}>{badge}</span>
      {badgeLabel && <span className="sr-only">{badgeLabel}</span>}
    </span>
  )
}

const barLink =
  'forced-colors:not-aria-[current=page]:border-[Canvas] relative flex h-16 w-full flex-col items-center justify-center gap-0.5 border-t-3 border-transparent px-0.5 text-[0.8125rem] leading-tight tracking-tight text-ink aria-[current=page]:border-accent aria-[current=page]:font-bold aria-[current=page]:text-accent'

/** Five places at most: what is left stands under the last. */
function BottomBar({ nav }: { nav: NavEntry[] }) {
  const words = useWords()
  const shown = nav.length > 5 ? nav.slice(0, 4) : nav
  const rest = nav.slice(shown.length)
  return (
    <nav
      aria-label={words.mainNavigation}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex">
        {shown.map((entry) => (
          <li key={entry.to} className="min-w-0 flex-1">
            <NavLink to={entry.to} end={entry.end} className={barLink}>
              <Icon name={entry.icon} className="size-6" />
              {entry.label}
              {entry.badge && (
                <span className="absolute top-1 left-1/2 ml-2">
                  <NavBadge {...entry} />
                </span>
              )}
            </NavLink>
          </li>
        ))}
        {rest.length > 0 && (
          <li className="min-w-0 flex-1">
            <Menu label={words.more} icon="more" side="top" summaryClass={barLink}>
              {rest.map((entry) => (
                <MenuLink key={entry.to} to={entry.to} icon={entry.icon}>
                  <span className="flex-1">{entry.label}</span>
                  <NavBadge {...entry} />
                </MenuLink>
              ))}
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  )
}
