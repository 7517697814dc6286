import { centsText } from '#app/core/cents-field.ts'
import { RadioCards } from '#app/ui/choice.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useWords } from '../words.ts'
import { useRefusal } from './use-refusal.ts'

type Purpose = { name: string; purpose: string; legalBasis: string; reasonToCall: string; budgetCents: number | null }

/** What the campaign is for, why that is allowed, and what callers may say about it. */
export function PurposeFields({ values, errors }: { values?: Partial<Purpose>; errors: Record<string, string> }) {
  const words = useWords().purpose
  const refusalText = useRefusal()
  const refusal = (field: keyof Purpose) => refusalText(errors[field])
  return (
    <>
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        defaultValue={values?.name}
        maxLength={120}
        autoComplete="off"
        error={refusal('name')}
      />
      <TextArea
        name="purpose"
        label={words.purpose}
        hint={words.purposeHint}
        defaultValue={values?.purpose}
        maxLength={500}
        error={refusal('purpose')}
      />
      <LegalBasisField defaultValue={values?.legalBasis} error={refusal('legalBasis')} />
      <TextArea
        name="reasonToCall"
        label={words.reason}
        hint={<ReasonHint />}
        defaultValue={values?.reasonToCall}
        maxLength={300}
        error={refusal('reasonToCall')}
      />
      <BudgetField cents={values?.budgetCents} error={refusal('budgetCents')} />
    </>
  )
}

function BudgetField({ cents, error }: { cents: number | null | undefined; error: string | undefined }) {
  const words = useWords().purpose
  return (
    <TextField
      name="budgetCents"
      label={words.budget}
      hint={words.budgetHint}
      defaultValue={centsText(cents)}
      inputMode="decimal"
      maxLength={10}
      autoComplete="off"
      isOptional
      error={error}
    />
  )
}

type LegalBasisFieldProps = { defaultValue: string | undefined; error: string | undefined }

function LegalBasisField({ defaultValue, error }: LegalBasisFieldProps) {
  const words = useWords().purpose
  const bases = Object.keys(words.bases) as (keyof typeof words.bases)[]
  return (
    <RadioCards
      name="legalBasis"
      label={words.legalBasis}
      hint={words.legalBasisHint}
      defaultValue={defaultValue}
      error={error}
      options={bases.map((value) => ({ value, label: words.bases[value], hint: words.baseHints[value] }))}
    />
  )
}

function ReasonHint() {
  const words = useWords().purpose
  return (
    <>
      {words.reasonHint}
      <span className="block">{words.reasonExample}</span>
    </>
  )
}
