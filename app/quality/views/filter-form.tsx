import { Form } from '@remix-run/react'
import { triageKinds } from '#app/triage/kinds.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Row } from '#app/ui/page.tsx'
import { periods } from '../figures.ts'
import type { QualityFilter } from '../filter.ts'
import { useWords } from '../words.ts'

/** `corporations`: those of a desk, to look at one of them; null where there is one only. */
type Props = { filter: QualityFilter; corporations: { id: number; name: string }[] | null }

export function QualityFilterForm({ filter, corporations }: Props) {
  const { filter: words } = useWords()
  const { kinds } = useTriageWords()
  const { days, kind, corporationId } = filter
  return (
    <Form key={`${days} ${kind} ${corporationId}`} method="get" noValidate className="print:hidden">
      <Row align="end">
        <SelectField
          name="days"
          label={words.days}
          defaultValue={String(days)}
          options={periods.map((one) => ({ value: String(one), label: words.daysOf(String(one)) }))}
        />
        {corporations && (
          <SelectField
            name="corporation"
            label={words.corporation}
            defaultValue={corporationId ?? ''}
            options={[
              { value: '', label: words.allCorporations },
              ...corporations.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
        )}
        <SelectField
          name="kind"
          label={words.kind}
          defaultValue={kind ?? ''}
          options={[
            { value: '', label: words.allKinds },
            ...triageKinds.map((one) => ({ value: one, label: kinds[one] })),
          ]}
        />
        <Button type="submit">{words.show}</Button>
      </Row>
    </Form>
  )
}
