import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { useWords } from '../words.ts'
import type { DraftState } from './autosave.ts'
import type { Sending } from './use-reliable-submit.ts'

type Props = { draft: DraftState; sending: Sending; onTry: () => void }

/** Whatever stands between what was typed and the server, with what to do about it. What was typed stays where it is. */
export function ConnectionBanner({ draft, sending, onTry }: Props) {
  const words = useWords().connection
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
      {sending.is === 'failing' ? words.sending : words.offline}
    </Banner>
  )
}
