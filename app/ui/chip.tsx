import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { FocusFirst } from '#app/ui/focus-first.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useWords } from './words.ts'

type ChipProps = {
  /** A piece of a sentence: "80 jaar of ouder". */
  label: string
  /** The editor; `close` puts the focus back on the chip. */
  children: (close: () => void) => ReactNode
  onRemove?: () => void
  isIncomplete?: boolean
  /** For one that was put there a moment ago and must still be filled in. */
  isOpenAtFirst?: boolean
}

const frame = 'inline-flex leading-6 max-w-full items-stretch rounded-md border align-middle font-bold'

/** A part of a sentence that opens its own editor. */
export function Chip({ label, children, onRemove, isIncomplete, isOpenAtFirst = false }: ChipProps) {
  const words = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  // Only once it stands on the page: the popover is placed beside it.
  const opensAtFirst = useRef(isOpenAtFirst)
  useEffect(() => setIsOpen(opensAtFirst.current), [])
  const colours = isIncomplete
    ? 'border-dashed border-attention bg-attention-soft text-attention-ink'
    : 'border-accent bg-accent-soft text-accent'
  return (
    <span className={`${frame} ${colours}`}>
      <button
        ref={trigger}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
        className="inline-flex min-h-8 min-w-0 items-center gap-1 px-2.5 text-left pointer-coarse:min-h-11"
      >
        {isIncomplete && <Icon name="alert" className="size-4" />}
        {label}
        <Icon name="down" className="size-4" />
      </button>
      {onRemove && <RemoveButton label={label} onRemove={onRemove} />}
      <Popover
        triggerRef={trigger}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        placement="bottom start"
        className="w-[min(24rem,calc(100vw-2rem))] overflow-y-auto rounded-md border border-line-strong bg-surface-raised p-4 font-normal text-ink shadow-raised"
      >
        <Dialog aria-label={words.change(label)} className="outline-none">
          <FocusFirst>{children(() => setIsOpen(false))}</FocusFirst>
        </Dialog>
      </Popover>
    </span>
  )
}

function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  const words = useWords()
  return (
    <button
      type="button"
      onClick={onRemove}
      className="inline-flex min-h-8 min-w-8 items-center justify-center border-l border-inherit pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <Icon name="cross" className="size-4" />
      <span className="sr-only">{words.remove(label)}</span>
    </button>
  )
}
