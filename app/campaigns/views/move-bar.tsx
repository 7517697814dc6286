import { type FetcherWithComponents, useSearchParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { BulkActionBar } from '#app/lists/views/bulk-action-bar.tsx'
import { type ListAnswer, useFieldProblem } from '#app/lists/views/list-answer.tsx'
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
  fetcher: FetcherWithComponents<ListAnswer>
}

/** Gives all ticked homes to one colleague, and asks about promises when there are any. */
export function MoveBar({ campaignId, team, fetcher }: MoveBarProps) {
  const words = useWords().addresses.moving
  const answer = fetcher.data as ListAnswer | undefined
  const place = useFormAfter(answer)
  const errorOf = useFieldProblem(fetcher, words)
  const refused = useSearchParams()[0].get('refused')
  const isAsked = (answer && !answer.ok ? answer.reason : refused) === 'ask-promises'
  const callers = team.map(({ accountId, name }) => ({ value: accountId, label: name }))
  return (
    <div ref={place} className="contents">
      <BulkActionBar>
        <SelectField
          name="callerId"
          label={words.caller}
          options={callers}
          placeholder=""
          error={errorOf('callerId')}
        />
        {isAsked && <PromiseField error={errorOf('promises')} />}
        <Button
          type="submit"
          variant="primary"
          formAction={`/campaigns/${campaignId}/addresses/caller`}
          isPending={fetcher.state !== 'idle'}
        >
          {words.give}
        </Button>
      </BulkActionBar>
    </div>
  )
}

function PromiseField({ error }: { error: string | undefined }) {
  const words = useWords().addresses.moving
  const options = promiseKeepers.map((keeper) => ({ value: keeper, label: words.keepers[keeper] }))
  return <SelectField name="promises" label={words.promises} options={options} placeholder="" error={error} />
}

/** What was ticked is ticked no more once it has been done; what must be filled in differently gets the focus. */
function useFormAfter(answer: ListAnswer | undefined) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (answer?.ok) form?.reset()
    else if (answer?.field) form?.querySelector<HTMLElement>(`[name=${answer.field}]`)?.focus()
  }, [answer])
  return place
}
