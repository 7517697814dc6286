import { useRef, useState } from 'react'
import { Banner } from '#app/ui/banner.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.tsx'
import type { CallNumber } from '../call-details.ts'
import { useWords } from '../words.ts'

type Props = { numbers: CallNumber[]; used: string; onUse: (number: string) => void }

/** The numbers to ring, the best one first. Dialling one says that it is the one that was rung. */
export function Numbers({ numbers, used, onUse }: Props) {
  const words = useWords().call
  const list = useRef<HTMLFieldSetElement>(null)
  const dial = () => list.current?.querySelector<HTMLAnchorElement>(`a[data-number="${used}"]`)?.click()
  useKeys(numbers.length > 0 ? { b: { label: words.dialKey, run: dial } } : {}, { element: list })
  if (numbers.length === 0) return <Banner tone="attention">{words.noNumbers}</Banner>
  return (
    <fieldset ref={list} id="numberUsed" tabIndex={-1} className="flex min-w-0 flex-col gap-2">
      <legend className="sr-only">{words.numbers}</legend>
      {numbers.map((number) => (
        <NumberRow
          key={number.e164}
          number={number}
          isUsed={number.e164 === used}
          isOnly={numbers.length === 1}
          onUse={onUse}
        />
      ))}
    </fieldset>
  )
}

type RowProps = { number: CallNumber; isUsed: boolean; isOnly: boolean; onUse: Props['onUse'] }

function NumberRow({ number, isUsed, isOnly, onUse }: RowProps) {
  const words = useWords().call
  const look = isUsed
    ? 'border-transparent bg-accent text-accent-ink hover:bg-accent-strong'
    : 'border-line-strong bg-surface text-accent hover:bg-surface-sunk'
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {isOnly ? (
        <input type="hidden" name="numberUsed" value={number.e164} />
      ) : (
        <input
          type="radio"
          name="numberUsed"
          value={number.e164}
          checked={isUsed}
          onChange={() => onUse(number.e164)}
          aria-label={`${words.usedNumber}: ${number.text}`}
          className="size-5 shrink-0"
        />
      )}
      <a
        href={`tel:${number.e164}`}
        data-number={number.e164}
        onClick={() => onUse(number.e164)}
        className={`target inline-flex min-h-11 flex-1 basis-44 items-center gap-2 rounded-md border px-3 text-lg font-bold no-underline ${look}`}
      >
        <Icon name="phone" />
        <span className="sr-only">{words.dialKey} </span>
        <span className="tabular whitespace-nowrap">{number.text}</span>
        {isUsed && (
          <span className="ml-auto">
            <Kbd keys="b" />
          </span>
        )}
      </a>
      <CopyButton text={number.text} />
      <span className="basis-full text-sm text-ink-soft">
        {words[number.kind]}, {words.tries(number.tries)}
      </span>
    </div>
  )
}

/** For who dials on another device; a phone rings by itself. */
function CopyButton({ text }: { text: string }) {
  const words = useWords().call
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(text).then(
      () => setIsCopied(true),
      () => {},
    )
  }
  return (
    <button
      type="button"
      onClick={() => void copy()}
      className="target rounded-md px-1 text-accent underline-offset-4 hover:underline pointer-coarse:hidden"
    >
      <span aria-live="polite">{isCopied ? words.copied : words.copy}</span>
      <span className="sr-only"> {text}</span>
    </button>
  )
}
