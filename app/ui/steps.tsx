import { Link } from '@remix-run/react'
import { Icon } from '#app/ui/icon.tsx'
import { useWords } from './words.ts'

export type Step = { label: string; to?: string }

/** Where one is in a short row of steps; `current` counts from 1. A finished step with `to` leads back. */
export function Steps({ label, steps, current }: { label: string; steps: Step[]; current: number }) {
  const words = useWords()
  return (
    <nav aria-label={label} className="print:hidden">
      <p className="font-bold sm:hidden">
        {words.stepOf(current, steps.length)}: {steps[current - 1]?.label}
      </p>
      <ol className="hidden flex-wrap gap-x-8 gap-y-2 sm:flex">
        {steps.map((step, index) => (
          <StepItem key={step.label} {...step} number={index + 1} current={current} />
        ))}
      </ol>
    </nav>
  )
}

function StepItem({ label, to, number, current }: Step & { number: number; current: number }) {
  const words = useWords()
  const isDone = number < current
  const isCurrent = number === current
  const circle = isCurrent
    ? 'bg-accent text-accent-ink border-accent'
    : isDone
      ? 'border-accent text-accent'
      : 'border-line-strong'
  return (
    <li
      aria-current={isCurrent ? 'step' : undefined}
      className={`flex items-center gap-2 ${isCurrent ? 'font-bold' : 'text-ink-soft'}`}
    >
      <span className={`tabular flex size-7 items-center justify-center rounded-full border text-sm ${circle}`}>
        {isDone ? <Icon name="check" className="size-4" /> : number}
      </span>
      {isDone && to ? (
        <Link to={to} className="text-accent underline underline-offset-4">
          {label}
        </Link>
      ) : (
        label
      )}
      {isDone && <span className="sr-only">({words.stepDone})</span>}
    </li>
  )
}
