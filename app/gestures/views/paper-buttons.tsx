import { BulkActionBar } from '#app/lists/views/bulk-action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { NumberField } from '#app/ui/field.tsx'
import type { GestureKind } from '../gesture.ts'
import { sheet } from '../label-sheet.ts'
import { useWords } from '../words.ts'

type PaperButtonsProps = { kind: GestureKind; isPending: boolean }

export function PaperButtons({ kind, isPending }: PaperButtonsProps) {
  const words = useWords().labels
  const pdf = (
    <Button
      key="pdf"
      type="submit"
      data-file
      icon="download"
      variant={kind === 'card' ? 'primary' : 'quiet'}
      formAction="/gestures/labels/pdf"
    >
      {words.print}
    </Button>
  )
  const csv = (
    <Button
      key="csv"
      type="submit"
      data-file
      icon="download"
      variant={kind === 'flowers' ? 'primary' : 'quiet'}
      formAction="/gestures/order-list"
    >
      {words.orderList}
    </Button>
  )
  return (
    <BulkActionBar>
      {csv}
      {pdf}
      <Button type="submit" icon="check" formAction="/gestures/sending" isPending={isPending}>
        {words.sent}
      </Button>
    </BulkActionBar>
  )
}

/** Labels that were used before on the first sheet. */
export function SkipField({ onSkip }: { onSkip: (skip: number) => void }) {
  const words = useWords().labels
  const read = (text: string) => Math.min(sheet.perPage - 1, Number.parseInt(text, 10) || 0)
  return (
    <NumberField
      name="skip"
      label={words.skip}
      hint={words.skipHint}
      defaultValue="0"
      maxLength={2}
      onChange={(event) => onSkip(read(event.currentTarget.value))}
    />
  )
}
