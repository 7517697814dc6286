import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { NumberField, SelectField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/page.tsx'
import type { Progress } from '../campaign-progress.server.ts'
import { useWords } from '../words.ts'
import { useNumber } from './figure-text.tsx'
import { errorsOf, FormProblems } from './form-problems.tsx'
import { defaultHours } from './team-fields.tsx'
import { useRefusal } from './use-refusal.ts'

type AddCallerProps = {
  free: { accountId: string; name: string }[]
  callers: Pick<Progress['callers'][number], 'hours' | 'hasLeft'>[]
  toDo: number
  answer: { ok: false; errors?: Record<string, string>; reason?: string } | undefined
}

/** Somebody joins; says beforehand about how many homes that comes to. */
export function AddCaller({ free, callers, toDo, answer }: AddCallerProps) {
  const words = useWords().callers
  const refusalText = useRefusal()
  const number = useNumber()
  const [hours, setHours] = useState(String(defaultHours))
  const isBusy = useNavigation().state === 'submitting'
  const errors = errorsOf(answer)
  const offered = callers.filter(({ hasLeft }) => !hasLeft).reduce((sum, caller) => sum + caller.hours, 0)
  const own = Number(hours.replace(',', '.')) || 0
  const share = own + offered > 0 ? Math.round((toDo * own) / (own + offered)) : 0
  return (
    <Section title={words.add} lead={free.length > 0 && words.addLead} isPanel>
      {free.length === 0 ? (
        <p>{words.nobodyLeft}</p>
      ) : (
        <Form method="post" className="flex flex-col gap-4" noValidate>
          <FormProblems answer={answer} />
          <SelectField
            name="accountId"
            label={words.colleague}
            placeholder=""
            options={free.map(({ accountId, name }) => ({ value: accountId, label: name }))}
            error={refusalText(errors.accountId)}
          />
          <NumberField
            name="hours"
            label={words.hours}
            unit={words.hoursUnit}
            inputMode="decimal"
            value={hours}
            onChange={({ target }) => setHours(target.value)}
            error={refusalText(errors.hours)}
          />
          <p role="status">{words.getsAbout(number(share))}</p>
          <Button type="submit" isPending={isBusy}>
            {words.addNow}
          </Button>
        </Form>
      )}
    </Section>
  )
}
