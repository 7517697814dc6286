import type { RefObject } from 'react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { timeText } from '#app/ui/format.ts'
import { useTimeZone } from '#app/ui/language.tsx'
import { type DraftFields, draftFieldsIn } from '../draft-fields.ts'
import { useWords } from '../words.ts'
import type { DraftState } from './autosave.ts'
import type { Sending } from './use-reliable-submit.ts'

type Typed = { form: RefObject<HTMLFormElement | null>; textsOf: (draftFields: DraftFields) => { text: string }[] }
type Props = Typed & {
  draft: DraftState
  sending: Sending
  onTry: () => void
}

/** Whatever stands between what was typed and the server, with what to do about it. What was typed stays where it is. */
export function ConnectionBanner({ draft, sending, onTry, ...typed }: Props) {
  const words = useWords().connection
  if (draft.is === 'ended') return <EndedBanner ended={draft} {...typed} />
  const why = sending.is === 'failing' ? sending.why : draft.is === 'failing' ? draft.why : null
  if (why === null) return null
  if (why === 'signed-out')
    return (
      <Banner
        tone="attention"
        isLive
        action={
          <a href="/sign-in" target="_blank" rel="noreferrer" className="font-bold underline underline-offset-4">
            {words.signIn}
          </a>
        }
      >
        {words.signedOut}
      </Banner>
    )
  const retry = sending.is === 'failing' && <Button onClick={onTry}>{words.tryNow}</Button>
  return (
    <Banner tone="attention" isLive action={retry}>
      {sending.is === 'failing' ? words.sending : why === 'offline' ? words.offline : words.broken}
    </Banner>
  )
}

type EndedProps = Typed & { ended: Extract<DraftState, { is: 'ended' }> }

/** They may not save any more: what is kept, and the way to take the rest along. */
function EndedBanner({ ended: { why, at }, form, textsOf }: EndedProps) {
  const words = useWords().ended
  const zone = useTimeZone()
  const kept = why === 'access-ended' ? words.kept : words.keptByYou
  const typed = () => {
    const texts = form.current ? textsOf(draftFieldsIn(new FormData(form.current))) : []
    return texts
      .map(({ text }) => text.trim())
      .filter(Boolean)
      .join('\n')
  }
  return (
    <Banner tone="attention" isLive title={words[why]} action={<CopyButton text={typed} label={words.copy} />}>
      {at !== null && `${kept(timeText(at, zone))} `}
      {why === 'row-ended' ? words.restOfRow : words.rest}
    </Banner>
  )
}
