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
    <div className="flex flex-col items-start gap-4 rounded-md border border-dashed border-line-strong px-6 py-8">
      <div className="flex gap-3">
        {icon && <Icon name={icon} className="mt-0.5 size-6 text-ink-soft" />}
        <div className="max-w-prose">
          <p className="text-lg font-bold">{title}</p>
          <div className="text-ink-soft">{children}</div>
        </div>
      </div>
      {action}
    </div>
  )
}
