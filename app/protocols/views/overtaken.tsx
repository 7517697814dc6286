import type { Protocol } from '#app/triage/protocol.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import type { PartPlace } from '../patch.ts'
import { useWords } from '../words.ts'
import { Facts } from './facts.tsx'

type OvertakenProps = { place: PartPlace; by: string; now: unknown; protocol: Protocol; path: string }

/** Somebody else changed the same place: both texts, and the choice. */
export function Overtaken({ place, by, now, protocol, path }: OvertakenProps) {
  const { form: words } = useWords()
  return (
    <Banner
      tone="attention"
      isLive
      title={words.overtaken(by)}
      action={
        <LinkButton to={`${path}?at=${place}`} reloadDocument>
          {words.takeTheirs(by)}
        </LinkButton>
      }
    >
      <p>{now === null ? words.gone : words.overtakenText}</p>
      {now !== null && (
        <div className="mt-3 rounded-md bg-surface p-3 text-ink">
          <p className="mb-2 font-bold">{words.theirs(by)}</p>
          <Facts place={place} value={now} protocol={protocol} />
        </div>
      )}
    </Banner>
  )
}
