import { timeText } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useTimeZone } from '#app/ui/language.tsx'
import { useWords } from '../words.ts'
import type { DraftState } from './autosave.ts'

/** In the corner: "concept bewaard 10:41". Always there, so that nobody has to wonder. */
export function SavedMark({ draft }: { draft: DraftState }) {
  const words = useWords().draft
  const zone = useTimeZone()
  if (draft.is === 'failing') return <Warning>{draft.why === 'offline' ? words.offline : words.notSaved}</Warning>
  if (draft.is === 'other-text') return <Warning>{words.toChoose}</Warning>
  if (draft.is === 'ended')
    return <Warning>{draft.at === null ? words.neverSaved : words.savedUntil(timeText(draft.at, zone))}</Warning>
  if (draft.is === 'unsaved') return <p className="text-ink-soft">{words.saving} …</p>
  if (draft.at === null) return <p className="text-ink-soft">{words.nothingTyped}</p>
  return (
    <p className="flex items-center gap-1.5 text-ink-soft">
      <Icon name="check" className="size-4" />
      {words.saved(timeText(draft.at, zone))}
    </p>
  )
}

const Warning = ({ children }: { children: string }) => (
  <p className="flex items-center gap-1.5 font-bold text-attention-ink">
    <Icon name="alert" className="size-4" />
    {children}
  </p>
)
