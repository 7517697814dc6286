import { Link } from '@remix-run/react'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Section } from '#app/ui/page.tsx'

export type Task = { to: string; text: string; icon: IconName; isLate?: boolean }

type TaskListProps = { title: string; tasks: Task[]; none: string }

/** What waits, one line each, each line a way to it. */
export function TaskList({ title, tasks, none }: TaskListProps) {
  return (
    <Section title={title}>
      {tasks.length === 0 ? (
        <p className="flex items-center gap-2 text-ink-soft">
          <Icon name="check" />
          {none}
        </p>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
          {tasks.map(({ to, text, icon, isLate }) => (
            <li key={to + text}>
              <Link
                to={to}
                className={`target flex items-center gap-3 px-4 py-2 hover:bg-surface-sunk ${isLate ? 'font-bold text-attention-ink' : ''}`}
              >
                <Icon name={isLate ? 'alert' : icon} />
                <span className="flex-1">{text}</span>
                <Icon name="right" className="size-4 text-ink-soft" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
