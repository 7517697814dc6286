import { useFetcher } from '@remix-run/react'
import { useDeskWords } from '../desk-words.ts'
import { presenceStates } from '../presence.ts'
import { useOwnPresence } from './desk-live.tsx'

const look =
  'target min-w-0 border-r border-line-strong px-1.5 py-1 sm:px-3 last:border-r-0 hover:bg-surface-sunk aria-pressed:bg-accent aria-pressed:font-bold aria-pressed:text-accent-ink forced-colors:aria-pressed:bg-[Highlight]'

/** Whether calls may come to you: said by yourself, and held by the screen that is there. */
export function PresenceControl() {
  const { presence: words } = useDeskWords()
  const { said, shown } = useOwnPresence()
  const fetcher = useFetcher()
  return (
    <fetcher.Form
      method="post"
      action="/queue/presence"
      className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1"
      noValidate
    >
      <fieldset className="flex overflow-hidden rounded-md border border-line-strong bg-surface">
        <legend className="sr-only">{words.label}</legend>
        {presenceStates.map((state) => (
          <button key={state} type="submit" name="state" value={state} aria-pressed={state === said} className={look}>
            {words.states[state]}
          </button>
        ))}
      </fieldset>
      {shown !== said && <span className="text-sm text-ink-soft">{words.now(words.shown[shown])}</span>}
    </fetcher.Form>
  )
}
