import type { Colleague } from '#app/accounts/colleagues.server.ts'
import { BulkActionBar } from '#app/lists/views/bulk-action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { DateField, SelectField, TimeField } from '#app/ui/field.tsx'
import { Menu } from '#app/ui/menu.tsx'
import type { FollowUpState } from '../follow-up.ts'
import { useWords } from '../words.ts'

type BulkBarProps = { state: FollowUpState; today: string; colleagues: Colleague[]; isPending: boolean }

/** What can be done with all ticked promises at once. */
export function BulkBar({ state, today, colleagues, isPending }: BulkBarProps) {
  const words = useWords()
  if (state !== 'open')
    return (
      <BulkActionBar>
        <Button type="submit" formAction="/follow-ups/reopening" isPending={isPending}>
          {words.reopen}
        </Button>
      </BulkActionBar>
    )
  return (
    <BulkActionBar>
      <Menu label={words.more} side="top">
        <div className="flex flex-col gap-4 p-3">
          <Button type="submit" formAction="/follow-ups/cancellation">
            {words.cancel}
          </Button>
          <MoveFields today={today} />
          {colleagues.length > 0 && <OwnerFields colleagues={colleagues} />}
        </div>
      </Menu>
      <Button
        type="submit"
        variant="primary"
        icon="check"
        keys="k"
        keysLabel={words.complete}
        formAction="/follow-ups/completion"
        isPending={isPending}
      >
        {words.complete}
      </Button>
    </BulkActionBar>
  )
}

type FieldsProps = { errorOf?: (field: string) => string | undefined }

export function MoveFields({ today, errorOf }: FieldsProps & { today: string }) {
  const words = useWords()
  return (
    <div className="flex flex-wrap items-end gap-3">
      <DateField name="dueOn" label={words.newDay} min={today} error={errorOf?.('dueOn')} />
      <TimeField name="dueTime" label={words.newTime} error={errorOf?.('dueTime')} isOptional />
      <Button type="submit" formAction="/follow-ups/due-date">
        {words.move}
      </Button>
    </div>
  )
}

export function OwnerFields({ colleagues, errorOf }: FieldsProps & { colleagues: Colleague[] }) {
  const words = useWords()
  const options = colleagues.map(({ accountId, name }) => ({ value: accountId, label: name }))
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SelectField
        name="ownerId"
        label={words.newOwner}
        options={options}
        placeholder=""
        error={errorOf?.('ownerId')}
      />
      <Button type="submit" formAction="/follow-ups/owner">
        {words.reassign}
      </Button>
    </div>
  )
}
