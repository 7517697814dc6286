import type { FetcherWithComponents } from '@remix-run/react'
import { type FormEvent, useEffect, useState } from 'react'
import { type ListAnswer, RowFields, useFieldProblem } from '#app/lists/views/list-answer.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/page.tsx'
import { mustTell, sendingWays } from '../referral.ts'
import type { ReferralFound } from '../referrals.server.ts'
import { useWords } from '../words.ts'

type Forms = { referral: ReferralFound; fetcher: FetcherWithComponents<ListAnswer> }

/** Whether something is typed that is not saved: then the form stays, whatever a colleague did meanwhile. */
function useTyped({ data }: Forms['fetcher'], steps: readonly string[]) {
  const [isTyped, setTyped] = useState(false)
  const isSaved = data?.ok === true && steps.includes(data.step)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer counts anew, also the same one
  useEffect(() => {
    if (isSaved) setTyped(false)
  }, [data, isSaved])
  const onInput = ({ currentTarget }: FormEvent<HTMLInputElement>) => setTyped(currentTarget.value.trim() !== '')
  return { isTyped, onInput }
}

/** How the agency was told and what: with the step, or afterwards when that was left out. */
export function PassOnForm({ referral, fetcher }: Forms) {
  const words = useWords()
  const errorOf = useFieldProblem(fetcher, words)
  const { isTyped, onInput } = useTyped(fetcher, ['send', 'describe'])
  const isNew = referral.state === 'proposed'
  const isMissing = referral.sentAt !== null && referral.passedOn === ''
  if (!isNew && !isMissing && !isTyped) return null
  const ways = sendingWays.map((value) => ({ value, label: words.ways[value] }))
  return (
    <Section title={words.passOn.title} lead={words.passOn.lead} isPanel>
      <fetcher.Form
        method="post"
        action={isNew ? '/referrals/sending' : '/referrals/description'}
        className="flex flex-col gap-4"
        noValidate
      >
        <RowFields id={referral.id} back={`/referrals/${referral.id}`} />
        <RadioCards
          name="sentHow"
          label={words.passOn.how}
          options={ways}
          columns={2}
          defaultValue={referral.sentHow ?? undefined}
          error={errorOf('sentHow')}
        />
        <TextField
          name="passedOn"
          label={words.passOn.what}
          hint={words.passOn.hint}
          defaultValue={referral.passedOn}
          onInput={onInput}
          maxLength={300}
          autoComplete="off"
          error={errorOf('passedOn')}
        />
        <Button type="submit" variant={isNew ? 'primary' : 'quiet'} isPending={fetcher.state !== 'idle'}>
          {isNew ? words.steps.send : words.passOn.save}
        </Button>
      </fetcher.Form>
    </Section>
  )
}

/** The tenant hears how it stands; what was said may be written down. */
export function TellForm({ referral, fetcher }: Forms) {
  const words = useWords()
  const errorOf = useFieldProblem(fetcher, words)
  const { isTyped, onInput } = useTyped(fetcher, ['tell'])
  if (!mustTell({ ...referral, isTold: referral.tenantToldAt !== null }) && !isTyped) return null
  return (
    <Section title={words.tellTenant} isPanel>
      <fetcher.Form method="post" action="/referrals/notice" className="flex flex-col gap-4" noValidate>
        <RowFields id={referral.id} back={`/referrals/${referral.id}`} />
        <TextField
          name="told"
          label={words.told}
          onInput={onInput}
          maxLength={300}
          autoComplete="off"
          error={errorOf('told')}
          isOptional
        />
        <Button type="submit" variant="primary" isPending={fetcher.state !== 'idle'}>
          {words.steps.tell}
        </Button>
      </fetcher.Form>
    </Section>
  )
}
