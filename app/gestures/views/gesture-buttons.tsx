import { BulkActionBar } from '#app/lists/views/bulk-action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import type { GestureState } from '../gesture.ts'
import { useWords } from '../words.ts'

/** What can be done with all that are ticked. */
export function GestureButtons({ state, isPending }: { state: GestureState; isPending: boolean }) {
  const words = useWords()
  const undo = (
    <Button type="submit" formAction="/gestures/reversal" isPending={isPending}>
      {words.undo}
    </Button>
  )
  if (state === 'requested')
    return (
      <BulkActionBar>
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
      </BulkActionBar>
    )
  return (
    <BulkActionBar>
      {undo}
      {state === 'approved' && (
        <Button type="submit" icon="check" keys="v" formAction="/gestures/sending" isPending={isPending}>
          {words.send}
        </Button>
      )}
    </BulkActionBar>
  )
}
