import { TickedBar } from '#app/follow-ups/ticked-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { useWords } from '#app/ui/language.tsx'
import type { GestureState } from '../../gesture-state.ts'
import { en } from '../../words.en.ts'
import { nl } from '../../words.nl.ts'

/** What can be done with all that are ticked. */
export function GestureButtons({ state, isPending }: { state: GestureState; isPending: boolean }) {
  const words = useWords({ nl, en })
  const undo = (
    <Button type="submit" formAction="/gestures/reversal" isPending={isPending}>
      {words.undo}
    </Button>
  )
  if (state === 'requested')
    return (
      <TickedBar>
        <Button type="submit" formAction="/gestures/refusal" isPending={isPending}>
          {words.refuse}
        </Button>
        <Button
          type="submit"
          variant="primary"
          icon="check"
          keys="a"
          formAction="/gestures/approval"
          isPending={isPending}
        >
          {words.approve}
        </Button>
      </TickedBar>
    )
  return (
    <TickedBar>
      {undo}
      {state === 'approved' && (
        <Button type="submit" icon="check" keys="v" formAction="/gestures/sending" isPending={isPending}>
          {words.send}
        </Button>
      )}
    </TickedBar>
  )
}
