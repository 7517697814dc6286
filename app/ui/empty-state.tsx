import type { ReactNode } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type EmptyStateProps = {
  /** What is the case: "Niemand over om te bellen." */
  title: string
  /** Why, and when it fills again: "Om 14:30 is mevrouw Bakker weer vrij." */
  children: ReactNode
  action?: ReactNode
  icon?: IconName
}

export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="flex gap-3 rounded-md border border-dashed border-line-strong px-4 py-6 sm:px-6">
      {icon && <Icon name={icon} className="mt-0.5 size-6 text-ink-soft" />}
      <div className="min-w-0 max-w-prose">
        <p className="text-lg font-bold">{title}</p>
        <div className="text-ink-soft">{children}</div>
        {action && <div className="mt-4 flex flex-wrap gap-x-4 gap-y-2">{action}</div>}
      </div>
    </div>
  )
}
