import { useEffect, useRef } from 'react'
import { BulkActionBar } from '#app/lists/views/bulk-action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { type TargetFilter, targetFilterLink } from '../target-filter.ts'
import { promiseKeepers } from '../target-steps.ts'
import { useWords } from '../words.ts'

/** Ticks what stands on the other pages too: all that the filter leaves and that is still to be called. */
export function AllPages({ filter, count }: { filter: TargetFilter; count: number }) {
  const words = useWords().addresses.moving
  const language = useLanguage()
  return (
    <>
      <input type="hidden" name="filter" value={targetFilterLink(filter, {})} />
      <CheckboxField name="all" value="1" label={words.all(numberText(count, language))} />
    </>
  )
}

type MoveBarProps = {
  campaignId: string
  team: { accountId: string; name: string }[]
  /** Some of the homes in the list were promised a caller by name. */
  hasPromises: boolean
  errorOf: (field: string) => string | undefined
  isPending: boolean
  /** The last answer, once it is a good one: what was ticked has been done. */
  done: unknown
}

/** Gives all ticked homes to one colleague. */
export function MoveBar({ campaignId, team, hasPromises, errorOf, isPending, done }: MoveBarProps) {
  const words = useWords().addresses.moving
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done) place.current?.closest('form')?.reset()
  }, [done])
  return (
    <div ref={place} className="contents">
      <BulkActionBar>
        <SelectField
          name="callerId"
          label={words.caller}
          options={team.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          placeholder=""
          error={errorOf('callerId')}
        />
        {hasPromises && (
          <SelectField
            name="promises"
            label={words.promises}
            options={promiseKeepers.map((keeper) => ({ value: keeper, label: words.keepers[keeper] }))}
            placeholder=""
            error={errorOf('promises')}
          />
        )}
        <Button
          type="submit"
          variant="primary"
          formAction={`/campaigns/${campaignId}/addresses/caller`}
          isPending={isPending}
        >
          {words.give}
        </Button>
      </BulkActionBar>
    </div>
  )
}
