import { Link } from '@remix-run/react'
import { type ComponentPropsWithoutRef, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type MenuProps = {
  label: ReactNode
  icon?: IconName
  align?: 'start' | 'end'
  side?: 'bottom' | 'top'
  summaryClass?: string
  children: ReactNode
}

const summaryLook = 'target flex min-w-0 items-center gap-2 rounded-md px-3 font-bold hover:bg-surface-sunk'

/** A list of links and buttons behind one word. A <details>, so it opens before any script has run. */
export function Menu({ label, icon, align = 'end', side = 'bottom', summaryClass, children }: MenuProps) {
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const closeOutside = ({ target }: Event) => {
      if (ref.current?.open && !ref.current.contains(target as Node)) ref.current.open = false
    }
    const types = ['pointerdown', 'focusin'] as const
    for (const type of types) document.addEventListener(type, closeOutside)
    return () => {
      for (const type of types) document.removeEventListener(type, closeOutside)
    }
  }, [])
  const closeOnEscape = (event: KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key !== 'Escape' || !ref.current?.open) return
    event.stopPropagation()
    ref.current.open = false
    ref.current.querySelector('summary')?.focus()
  }
  const position = `${align === 'end' ? 'right-0' : 'left-0'} ${side === 'bottom' ? 'top-full mt-1' : 'bottom-full mb-1'}`
  return (
    <details ref={ref} className="relative min-w-0 print:hidden" onKeyDown={closeOnEscape}>
      <summary className={summaryClass ?? summaryLook}>
        {icon && <Icon name={icon} className={summaryClass ? 'size-6' : 'size-5 max-sm:hidden'} />}
        <span className="min-w-0 truncate">{label}</span>
        {!summaryClass && <Icon name="down" className="size-4" />}
      </summary>
      <MenuPanel position={position} close={() => ref.current?.removeAttribute('open')}>
        {children}
      </MenuPanel>
    </details>
  )
}

function MenuPanel({ position, close, children }: { position: string; close: () => void; children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = panel.current
    const closeAfterChoice = ({ target }: Event) => {
      if ((target as Element).closest('a, button:not([aria-pressed])')) close()
    }
    element?.addEventListener('click', closeAfterChoice)
    return () => element?.removeEventListener('click', closeAfterChoice)
  })
  return (
    <div
      ref={panel}
      className={`absolute z-30 flex w-max max-w-[calc(100vw-2rem)] min-w-52 flex-col rounded-md border border-line-strong bg-surface-raised p-1 shadow-raised ${position}`}
    >
      {children}
    </div>
  )
}

const item =
  'target flex w-full items-center gap-3 rounded-sm px-3 text-left text-ink hover:bg-surface-sunk aria-[current=page]:font-bold aria-[current=page]:text-accent'

export function MenuLink({
  to,
  icon,
  isCurrent,
  reloadDocument,
  children,
}: {
  to: string
  icon?: IconName
  isCurrent?: boolean
  /** Asks for the page itself, as a browser does. */
  reloadDocument?: boolean
  children: ReactNode
}) {
  return (
    <Link to={to} reloadDocument={reloadDocument} aria-current={isCurrent ? 'page' : undefined} className={item}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}

type MenuButtonProps = Omit<ComponentPropsWithoutRef<'button'>, 'className'> & { icon?: IconName }

/** For what changes something; inside a <Form> give it type="submit". */
export function MenuButton({ icon, children, ...rest }: MenuButtonProps) {
  return (
    <button type="button" {...rest} className={item}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

type MenuChoiceProps = { name: string; value: string; icon: IconName; isSelected: boolean; children: ReactNode }

/** One of a few; the one that holds is ticked. Choosing leaves the menu open, so that one sees what it does. */
export function MenuChoice({ name, value, icon, isSelected, children }: MenuChoiceProps) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-pressed={isSelected}
      className={`${item} aria-pressed:font-bold`}
    >
      <Icon name={icon} />
      <span className="flex-1">{children}</span>
      {isSelected && <Icon name="check" className="size-4 text-accent" />}
    </button>
  )
}

/** Words among the choices, such as who is signed in. */
export const MenuText = ({ children }: { children: ReactNode }) => (
  <div className="border-b border-line px-3 py-2 text-sm text-ink-soft">{children}</div>
)
