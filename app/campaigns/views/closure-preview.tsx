import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import type { Progress } from '../campaign-progress.server.ts'
import { openStates } from '../target.ts'
import { useWords } from '../words.ts'
import { useNumber } from './figure-text.tsx'

type ClosurePreviewProps = Pick<Progress, 'states' | 'toDo'> & { campaignId: string; inHands: number }

/** What will not be called any more, and who counts on a call. */
export function ClosurePreview({ campaignId, states, toDo, inHands }: ClosurePreviewProps) {
  const words = useWords().closure
  const number = useNumber()
  if (toDo === 0) return <p>{words.nothing}</p>
  return (
    <>
      <p>
        {words.withdrawn(number(toDo))} {words.ofWhich}:
      </p>
      <ul className="flex list-disc flex-col gap-1 pl-6">
        {openStates.map((state) =>
          states[state] > 0 ? <li key={state}>{words[state](number(states[state]))}</li> : null,
        )}
      </ul>
      {states.appointment > 0 && (
        <Banner
          tone="attention"
          action={
            <LinkButton to={`/campaigns/${campaignId}/addresses?state=appointment`}>{words.seeAppointments}</LinkButton>
          }
        >
          {words.appointmentWarning(number(states.appointment))}
        </Banner>
      )}
      {inHands > 0 && <p>{words.claimed(number(inHands))}</p>}
    </>
  )
}
