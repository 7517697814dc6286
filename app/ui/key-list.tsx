import { type RefObject, useEffect, useId, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { singleKeys, useListedKeys } from '#app/ui/keys.tsx'
import { useWords } from './words.ts'

/**
 * The keys of this screen, under `?`. A plain <dialog>: the frame is on every page and React Aria's modal would add
 * 20 KB to the first call.
 */
export function KeyList({ dialog }: { dialog: RefObject<HTMLDialogElement> }) {
  const words = useWords()
  const keys = useListedKeys()
  const id = useId()
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-line-strong bg-surface-raised p-6 text-ink shadow-raised backdrop:bg-shade"
    >
      <h2 id={id} className="text-xl">
        {words.keysTitle}
      </h2>
      {keys.length === 0 && <p className="mt-2">{words.keysNone}</p>}
      <dl className="mt-4 grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {keys.map(({ combo, label }) => (
          <div key={`${combo}${label}`} className="contents">
            <dt className="text-right">
              <Kbd keys={combo} />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-6 flex flex-col gap-6">
        <SingleKeys />
        <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
      </div>
    </dialog>
  )
}

function SingleKeys() {
  const words = useWords()
  const [isOn, setIsOn] = useState(true)
  // Kept in the browser, which the server does not know when it writes the page.
  useEffect(() => setIsOn(singleKeys.read()), [])
  const change = (isWanted: boolean) => {
    singleKeys.write(isWanted)
    setIsOn(isWanted)
  }
  return (
    <CheckboxField
      name="single-keys"
      label={words.singleKeys}
      hint={words.singleKeysHint}
      checked={isOn}
      onChange={(event) => change(event.currentTarget.checked)}
    />
  )
}
