import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import type { CampaignFigures } from '../campaign-figures.ts'
import type { CampaignState } from '../campaign-steps.ts'
import { openStates } from '../target.ts'
import { useWords } from '../words.ts'
import { useNumber } from './figure-text.tsx'
import { useFiguresText } from './use-figures-text.ts'

type ClosurePreviewProps = { campaign: { id: string; state: CampaignState }; figures: CampaignFigures; inHands: number }

/** What will not be called any more, and who counts on a call. */
export function ClosurePreview({ campaign, figures, inHands }: ClosurePreviewProps) {
  const { states, toDo } = figures
  const words = useWords().closure
  const number = useNumber()
  const soFar = campaign.state !== 'draft' && figures.total > 0 && <SoFar figures={figures} state={campaign.state} />
  if (toDo === 0)
    return (
      <>
        {soFar}
        <p>{words.nothing}</p>
      </>
    )
  return (
    <>
      {soFar}
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
            <LinkButton to={`/campaigns/${campaign.id}/addresses?state=appointment`}>
              {words.seeAppointments}
            </LinkButton>
          }
        >
          {words.appointmentWarning(number(states.appointment))}
        </Banner>
      )}
      {inHands > 0 && <p>{words.claimed(number(inHands))}</p>}
    </>
  )
}

function SoFar({ figures, state }: { figures: CampaignFigures; state: CampaignState }) {
  const words = useWords().closure
  const number = useNumber()
  const { spoken } = useFiguresText(figures, state)
  return (
    <p>
      {words.soFar(spoken)} {words.never(number(figures.total - figures.reached))}
    </p>
  )
}
