import type { RefObject } from 'react'
import type { Autosave, DraftState } from '#app/claims/views/autosave.ts'
import { ConnectionBanner } from '#app/claims/views/connection-banner.tsx'
import { Problems } from '#app/claims/views/problems.tsx'
import { TwoTexts } from '#app/claims/views/two-texts.tsx'
import { useOtherTab } from '#app/claims/views/use-other-tab.ts'
import type { useProblems } from '#app/claims/views/use-problems.ts'
import { Banner } from '#app/ui/banner.tsx'
import type { CallDetails } from '../call-details.ts'
import { freeTextsOf } from '../free-texts.ts'
import { useWords } from '../words.ts'
import { CallLost } from './call-lost.tsx'
import type { useOutcome } from './use-outcome.ts'
import { useStanding } from './use-standing.ts'

type Props = {
  form: RefObject<HTMLFormElement | null>
  autosave: Autosave
  callDetails: CallDetails
  path: string
  draft: DraftState
  outcome: ReturnType<typeof useOutcome>
  lost: { holder: string | null } | null
  problems: ReturnType<typeof useProblems>
}

/** At the button, on a phone as well: whatever stands between this call and being saved, and what comes after it. */
export function InTheWay({ form, callDetails, path, draft, autosave, outcome, lost, problems }: Props) {
  const { standings, otherTab, problemsTitle } = useWords().call
  const standing = useStanding(callDetails, `${path}/lease`)
  const isElsewhere = useOtherTab(`call:${callDetails.targetId}`)
  return (
    <>
      {standing !== 'calling' && <Banner isLive>{standings[standing]}</Banner>}
      {isElsewhere && draft.is !== 'other-text' && (
        <Banner tone="attention" isLive>
          {otherTab}
        </Banner>
      )}
      <TwoTexts {...{ draft, autosave, form }} textsOf={freeTextsOf} />
      {lost ? (
        <CallLost holder={lost.holder} />
      ) : (
        <ConnectionBanner {...{ form, draft }} sending={outcome.sending} onTry={outcome.tryNow} textsOf={freeTextsOf} />
      )}
      <Problems messages={problems.messages} answer={problems.answer} title={problemsTitle} />
    </>
  )
}
