import { Button } from '#app/ui/button.tsx'
import { NumberField } from '#app/ui/field.tsx'
import { useWords } from '#app/ui/language.tsx'
import { ActionBar, Stack } from '#app/ui/page.tsx'
import type { GestureKind } from '../../kinds.ts'
import { sheet } from '../../label-sheet.ts'
import { en } from '../../words.en.ts'
import { nl } from '../../words.nl.ts'

type PaperButtonsProps = { kind: GestureKind; skip: number; onSkip: (skip: number) => void; isPending: boolean }

export function PaperButtons({ kind, skip, onSkip, isPending }: PaperButtonsProps) {
  const words = useWords({ nl, en }).labels
  const read = (text: string) => Math.min(sheet.perPage - 1, Number.parseInt(text, 10) || 0)
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
    <Stack>
      <NumberField
        name="skip"
        label={words.skip}
        hint={words.skipHint}
        defaultValue={String(skip)}
        maxLength={2}
        onChange={(event) => onSkip(read(event.currentTarget.value))}
      />
      <ActionBar>
        {csv}
        {pdf}
        <Button type="submit" icon="check" formMethod="post" formAction="/gestures/sending" isPending={isPending}>
          {words.sent}
        </Button>
      </ActionBar>
    </Stack>
  )
}
