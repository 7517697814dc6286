import { type RefObject, useCallback, useState } from 'react'
import { useAutosave } from './use-autosave.ts'
import { useLease } from './use-lease.ts'

type Options = {
  form: RefObject<HTMLFormElement | null>
  path: string
  fence: number
  savedAt: string | null
  /** Well within the lease, so that one renewal may fail. */
  renewEveryMs: number
}

/** A row that somebody has in hand and writes about: the claim is renewed and what is typed is kept, until somebody else has it. */
export function useClaimedForm({ form, path, fence, savedAt, renewEveryMs }: Options) {
  const [lost, setLost] = useState<{ holder: string | null } | null>(null)
  const onLost = (holder: string | null) => setLost({ holder })
  const { draft, autosave } = useAutosave({
    form,
    to: `${path}/draft`,
    savedAt,
    onRefused: (by) => setLost((before) => before ?? { holder: by }),
  })
  useLease({
    to: `${path}/lease`,
    fence,
    everyMs: renewEveryMs,
    isOn: lost === null,
    onLost,
    onEnded: (why) => autosave.end(why),
  })
  /** For a change that is not typed, as when a promise is added or taken away. */
  const touch = useCallback(() => autosave.touch(), [autosave])
  return { draft, autosave, touch, lost, onLost }
}
