import type { RefObject } from 'react'
import type { Autosave, DraftState } from '#app/claims/views/autosave.ts'
import { ConnectionBanner } from '#app/claims/views/connection-banner.tsx'
import { Problems } from '#app/claims/views/problems.tsx'
import { TwoTexts } from '#app/claims/views/two-texts.tsx'
import { useOtherTab } from '#app/claims/views/use-other-tab.ts'
import type { useProblems } from '#app/claims/views/use-problems.ts'
import type { useReliableSubmit } from '#app/claims/views/use-reliable-submit.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { freeTextsOf } from '../record-texts.ts'
import { useWords } from '../words.ts'

type Props = {
  form: RefObject<HTMLFormElement | null>
  contactId: string
  draft: DraftState
  autosave: Autosave
  sender: ReturnType<typeof useReliableSubmit>
  lost: { holder: string | null } | null
  problems: ReturnType<typeof useProblems>
}

/** At the button: whatever stands between this record and being saved. */
export function ContactInTheWay({ form, contactId, draft, autosave, sender, lost, problems }: Props) {
  const words = useWords()
  const isElsewhere = useOtherTab(`contact:${contactId}`)
  return (
    <div className="flex w-full flex-col gap-3 empty:hidden max-lg:max-h-[40vh] max-lg:overflow-y-auto">
      {isElsewhere && draft.is !== 'other-text' && (
        <Banner tone="attention" isLive>
          {words.otherTab}
        </Banner>
      )}
      <TwoTexts {...{ draft, autosave, form }} textsOf={freeTextsOf} />
      {lost ? (
        <Banner
          tone="attention"
          isLive
          action={
            <LinkButton to={`/contacts/${contactId}`} reloadDocument>
              {words.lost.look}
            </LinkButton>
          }
        >
          {lost.holder ? words.lost.toColleague(lost.holder) : words.lost.toNobody}
        </Banner>
      ) : (
        <ConnectionBanner {...{ form, draft }} sending={sender.sending} onTry={sender.tryNow} textsOf={freeTextsOf} />
      )}
      <Problems messages={problems.messages} answer={problems.answer} title={words.problemsTitle} />
    </div>
  )
}
