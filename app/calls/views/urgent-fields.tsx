import { type DraftFields, first } from '#app/claims/draft-fields.ts'
import type { ShownUrgentNumber } from '#app/conversations/urgent-numbers.server.ts'
import { CheckboxField } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { useWords } from '../words.ts'

type Props = { numbers: ShownUrgentNumber[]; draftFields: DraftFields; error: string | undefined }

/** Whom to ring now, and who was. There once somebody needs help; the browser shows it by itself, before any script. */
export function UrgentFields({ numbers, draftFields, error }: Props) {
  const words = useWords().call
  const label = numbers.length > 0 ? words.urgentOther : words.urgentWho
  return (
    <div className="hidden flex-col gap-4 rounded-md border-2 border-danger p-4 group-has-[input[name=wellbeing][value=urgent]:checked]/call:flex">
      {numbers.length > 0 ? (
        <fieldset className="flex min-w-0 flex-col gap-2">
          <legend className="mb-1 font-bold">{words.urgentWho}</legend>
          {numbers.map((number) => (
            <Choice key={number.id} number={number} draftFields={draftFields} />
          ))}
        </fieldset>
      ) : (
        <p>
          <PhoneLink number="112" text={words.urgentDanger} />
          <br />
          {words.urgentNone}
        </p>
      )}
      <TextArea
        name="urgentRang"
        label={label}
        hint={words.urgentWhoHint}
        error={error}
        defaultValue={first(draftFields, 'urgentRang')}
        rows={2}
      />
    </div>
  )
}

const Choice = ({ number, draftFields }: { number: ShownUrgentNumber; draftFields: DraftFields }) => (
  <CheckboxField
    name="urgentCalled[]"
    value={number.name}
    label={number.name}
    hint={
      <>
        <span className="mr-3 text-base">
          <PhoneLink number={number.phone.e164} text={number.phone.text} />
        </span>
        {[number.ringWhen, number.notes].filter(Boolean).join(' · ')}
      </>
    }
    defaultChecked={draftFields['urgentCalled[]']?.includes(number.name)}
  />
)
