import { type ReactNode, useId } from 'react'

type ProgressProps = {
  label: string
  /** Leave out while it is unknown how much there is. */
  value?: number
  max?: number
  /** What stands beside the bar: "310 van 2.000". */
  text?: ReactNode
  isLabelHidden?: boolean
}

/** A thin bar with its words. */
export function Progress({ label, value, max = 100, text, isLabelHidden }: ProgressProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <div className={`flex flex-wrap justify-between gap-x-4 text-sm ${isLabelHidden && !text ? 'sr-only' : ''}`}>
        <label htmlFor={id} className={`cursor-auto ${isLabelHidden ? 'sr-only' : ''}`}>
          {label}
        </label>
        {text && <span className="tabular text-ink-soft">{text}</span>}
      </div>
      <progress id={id} value={value} max={max} className="meter h-2 w-full rounded-full" />
    </div>
  )
}
