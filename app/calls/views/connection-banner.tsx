import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useWords } from '../words.ts'
import type { Keeping } from './draft-saver.ts'
import type { Sending } from './use-reliable-submit.ts'

type Props = { keeping: Keeping; sending: Sending; lost: { holder: string | null } | null; onTry: () => void }

/** Whatever stands between what was typed and the server, with what to do about it. What was typed stays where it is. */
export function ConnectionBanner({ keeping, sending, lost, onTry }: Props) {
  const all = useWords()
  const words = all.trouble
  const why = sending.is === 'failing' ? sending.why : keeping.is === 'failing' ? keeping.why : null
  if (lost)
    return (
      <Banner tone="attention" isLive action={<LinkButton to="/calls">{all.gone.back}</LinkButton>}>
        {lost.holder ? words.lost(lost.holder) : words.lostNobody}
      </Banner>
    )
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
  if (why === null) return null
  const retry = sending.is === 'failing' && <Button onClick={onTry}>{words.tryNow}</Button>
  return (
    <Banner tone="attention" isLive action={retry}>
      {sending.is === 'failing' ? words.sending : words.offline}
    </Banner>
  )
}
