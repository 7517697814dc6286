import type { ReactNode } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'

export type Tone = 'neutral' | 'waiting' | 'active' | 'done' | 'attention' | 'danger'

const looks: Record<Tone, { icon: IconName | 'ring' | 'dot'; colours: string }> = {
  neutral: { icon: 'ring', colours: 'border-line-strong text-ink-soft' },
  waiting: { icon: 'clock', colours: 'border-line-strong text-ink' },
  active: { icon: 'dot', colours: 'border-accent text-accent bg-accent-soft' },
  done: { icon: 'check', colours: 'border-accent text-accent' },
  attention: { icon: 'alert', colours: 'border-attention text-attention-ink bg-attention-soft' },
  danger: { icon: 'danger', colours: 'border-danger text-danger-text bg-danger-soft' },
}

/** A state: a word, with a shape of its own beside it so that it never hangs on colour. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  const { icon, colours } = looks[tone]
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full border px-2.5 text-sm leading-6 whitespace-nowrap cards:rounded-xl cards:whitespace-normal ${colours}`}
    >
      {icon === 'ring' || icon === 'dot' ? (
        <svg aria-hidden="true" viewBox="0 0 10 10" className="size-2.5">
          <circle cx="5" cy="5" r="4" fill={icon === 'dot' ? 'currentColor' : 'none'} stroke="currentColor" />
        </svg>
      ) : (
        <Icon name={icon} className="size-4" />
      )}
      {children}
    </span>
  )
}
