import { Link, type LinkProps } from '@remix-run/react'
import { type ComponentPropsWithoutRef, type MouseEvent, type ReactNode, useRef } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { ariaKeys } from '#app/ui/key-combo.ts'
import { useKeys } from '#app/ui/keys.tsx'
import { useWords } from './words.ts'

/** One `primary` a screen. `danger` is for danger to people, not for deleting: that is an ordinary choice with a way back. */
export type ButtonVariant = 'primary' | 'quiet' | 'plain' | 'danger'

type Look = { variant?: ButtonVariant; icon?: IconName; keys?: string; isWide?: boolean }

const base =
  'target inline-flex items-center justify-center gap-2 rounded-md border px-4 py-1.5 text-center font-bold no-underline transition-colors disabled:cursor-not-allowed disabled:border-line disabled:bg-surface-sunk disabled:text-ink-soft aria-disabled:cursor-progress forced-colors:border-[ButtonBorder] print:hidden'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-accent-strong',
  quiet: 'border-line-strong bg-surface text-ink hover:bg-surface-sunk',
  plain: 'border-transparent text-accent underline-offset-4 hover:underline',
  danger: 'border-transparent bg-danger text-danger-ink hover:bg-danger-strong',
}

const classes = ({ variant = 'quiet', isWide }: Look) => `${base} ${variants[variant]} ${isWide ? 'w-full' : ''}`

export type ButtonProps = Omit<ComponentPropsWithoutRef<'button'>, 'className'> &
  Look & { isPending?: boolean; keysLabel?: string }

/**
 * `keys` both shows and binds the key, so that what the button says is what the key does.
 * `type` is `button` unless said otherwise. While `isPending` it keeps the focus and does nothing.
 */
export function Button({ variant, icon, keys, isWide, isPending, keysLabel, children, ...rest }: ButtonProps) {
  const words = useWords()
  const ref = useRef<HTMLButtonElement>(null)
  const label = keysLabel ?? (typeof children === 'string' ? children : '')
  useKeys(keys ? { [keys]: { label, run: () => ref.current?.click() } } : {}, { isOn: !rest.disabled, element: ref })
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (isPending) event.preventDefault()
    else rest.onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      onClick={onClick}
      aria-disabled={isPending || rest['aria-disabled']}
      aria-keyshortcuts={keys && ariaKeys(keys)}
      className={classes({ variant, isWide })}
    >
      {isPending ? <Spinner label={words.busy} /> : icon && <Icon name={icon} />}
      {children}
      {keys && <Kbd keys={keys} />}
    </button>
  )
}

export type LinkButtonProps = Omit<LinkProps, 'className'> & Look & { keysLabel?: string; children: ReactNode }

/** A link that looks like a button, for going somewhere. */
export function LinkButton({ variant, icon, keys, isWide, keysLabel, children, ...rest }: LinkButtonProps) {
  const ref = useRef<HTMLAnchorElement>(null)
  const label = keysLabel ?? (typeof children === 'string' ? children : '')
  useKeys(keys ? { [keys]: { label, run: () => ref.current?.click() } } : {}, { element: ref })
  return (
    <Link {...rest} ref={ref} aria-keyshortcuts={keys && ariaKeys(keys)} className={classes({ variant, isWide })}>
      {icon && <Icon name={icon} />}
      {children}
      {keys && <Kbd keys={keys} />}
    </Link>
  )
}

function Spinner({ label }: { label: string }) {
  return (
    <svg viewBox="0 0 24 24" className="size-5 shrink-0 animate-spin" fill="none" role="img" aria-label={label}>
      <circle cx="12" cy="12" r="9" stroke="currentColor" strokeWidth="3" strokeDasharray="40 17" />
    </svg>
  )
}
