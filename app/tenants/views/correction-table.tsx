import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import { type CorrectionStep, correctionSteps } from '../correction-steps.ts'
import type { OpenCorrection } from '../corrections.server.ts'
import { writtenName } from '../names.ts'
import { useWords } from '../words.ts'

type Props = { caption: string; rows: OpenCorrection[]; now: Date; step: CorrectionStep; empty?: ReactNode }

/** What tenants told us, with the one step that can be taken with each. */
export function CorrectionTable({ caption, rows, now, step, empty }: Props) {
  return (
    <Table<OpenCorrection>
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={(one) => one.id}
      rowTo={(one) => `/tenants/${one.tenantId}`}
      empty={empty}
      columns={useColumns(now, step)}
    />
  )
}

function useColumns(now: Date, step: CorrectionStep): Column<OpenCorrection>[] {
  const all = useWords()
  const words = all.corrections
  const language = useLanguage()
  const who: Column<OpenCorrection> =
    step === 'process'
      ? { key: 'by', label: words.by, cell: (one) => one.by }
      : { key: 'processedBy', label: words.processedBy, cell: (one) => one.processedBy }
  return [
    { key: 'name', label: all.name, cell: (one) => writtenName(one, language) },
    { key: 'field', label: words.field, cell: (one) => words.fields[one.field] },
    { key: 'was', label: words.was, cell: (one) => <Listed correction={one} /> },
    { key: 'becomes', label: words.becomes, cell: (one) => one.value ?? words.empty },
    who,
    {
      key: 'since',
      label: words.since,
      cell: (one) => <MomentText at={step === 'process' ? one.at : (one.processedAt ?? one.at)} now={now} />,
    },
    {
      key: 'action',
      label: words.actions,
      isLabelHidden: true,
      hasControls: true,
      cell: (one) => (
        <Form
          method="post"
          action={`/corrections/${one.id}/${correctionSteps[step].path}`}
          preventScrollReset
          noValidate
        >
          <Button type="submit">{words[step]}</Button>
        </Form>
      ),
    },
  ]
}

function Listed({ correction: { listValue, listedBefore, isContested } }: { correction: OpenCorrection }) {
  const words = useWords().corrections
  return (
    <span className="flex flex-col items-start gap-1">
      {listValue ?? words.empty}
      {isContested && <Badge tone="attention">{words.contested(listedBefore ?? words.empty)}</Badge>}
    </span>
  )
}
