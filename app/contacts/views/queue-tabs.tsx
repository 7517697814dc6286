import { Link } from '@remix-run/react'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { type QueueView, queueViews } from '../queue-views.ts'
import { useQueueWords } from '../queue-words.ts'

const look =
  'forced-colors:not-aria-[current=page]:border-[Canvas] target -mb-px inline-flex items-center gap-2 border-b-3 border-transparent px-1 hover:border-line-strong aria-[current=page]:border-accent aria-[current=page]:font-bold aria-[current=page]:text-accent'

/** Views whose rows ask for somebody. */
const pressing: readonly QueueView[] = ['needs-me', 'overdue']

/** The ways to look at the queue, each with how many there are. */
export function QueueTabs({ counts, view }: { counts: Record<QueueView, number>; view: QueueView }) {
  const words = useQueueWords()
  const language = useLanguage()
  return (
    <nav aria-label={words.viewsLabel} className="border-b border-line">
      <ul className="-mx-4 flex gap-x-6 overflow-x-auto px-4 sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0">
        {queueViews.map((each) => (
          <li key={each} className="shrink-0">
            <Link
              to={each === 'waiting' ? '/queue' : `/queue?view=${each}`}
              preventScrollReset
              aria-current={each === view ? 'page' : undefined}
              className={look}
            >
              {words.views[each]}
              <span
                className={`tabular rounded-full px-2 text-sm font-normal ${pressing.includes(each) && counts[each] > 0 ? 'bg-attention-soft text-attention-ink' : 'text-ink-soft'}`}
              >
                {numberText(counts[each], language)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
