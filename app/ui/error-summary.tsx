import { useEffect, useRef } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { useWords } from './words.ts'

/** `field` is the id of the control, which is its name unless said otherwise. */
export type FieldProblem = { field?: string; message: string }

type Props = {
  problems: FieldProblem[]
  /** False for one that was filled in since. */
  isLeft?: (problem: FieldProblem) => boolean
  title?: string
}

/** Takes the focus when there is something wrong, and leads to each field. Give it a fresh array per answer of the server. */
export function ErrorSummary({ problems, isLeft = () => true, title }: Props) {
  const words = useWords()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) ref.current?.focus()
  }, [problems])
  const left = problems.filter(isLeft)
  if (left.length === 0) return null
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="flex scroll-my-40 gap-3 rounded-md border-2 border-attention bg-attention-soft px-4 py-3 text-attention-ink"
    >
      <Icon name="alert" className="mt-0.5 size-5" />
      <div>
        <p className="font-bold">{title ?? words.errorsTitle(left.length)}</p>
        <ul className="mt-1 flex flex-col items-start gap-1">
          {left.map(({ field, message }) => (
            <li key={`${field}${message}`}>
              {field ? (
                <a href={`#${field}`} className="inline-flex min-h-6 items-center underline underline-offset-4">
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
