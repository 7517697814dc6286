import type { ReactNode } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'

export type BannerTone = 'info' | 'attention' | 'danger'

const looks: Record<BannerTone, { icon: IconName; colours: string }> = {
  info: { icon: 'info', colours: 'border-accent bg-accent-soft text-ink' },
  attention: { icon: 'alert', colours: 'border-attention bg-attention-soft text-attention-ink' },
  danger: { icon: 'danger', colours: 'border-danger bg-danger-soft text-danger-text' },
}

type BannerProps = {
  tone?: BannerTone
  title?: ReactNode
  action?: ReactNode
  /** For what appears while somebody is at work: it is read aloud, danger at once. */
  isLive?: boolean
  children?: ReactNode
}

export function Banner({ tone = 'info', title, action, isLive, children }: BannerProps) {
  const { icon, colours } = looks[tone]
  const role = isLive ? (tone === 'danger' ? 'alert' : 'status') : undefined
  return (
    <div
      role={role}
      className={`flex flex-wrap items-start gap-x-4 gap-y-3 rounded-md border-l-4 px-4 py-3 ${colours}`}
    >
      <div className="flex min-w-0 flex-1 basis-64 gap-3">
        <Icon name={icon} className="mt-0.5 size-5" />
        <div className="min-w-0">
          {title && <p className="font-bold">{title}</p>}
          {children && <div>{children}</div>}
        </div>
      </div>
      {action}
    </div>
  )
}
