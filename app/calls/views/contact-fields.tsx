import { type DraftFields, first, isTicked } from '#app/claims/draft-fields.ts'
import { CheckboxField } from '#app/ui/choice.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useWords } from '../words.ts'

type Props = { draftFields: DraftFields; errors: Record<string, string> }

const contactFields = [
  { name: 'newLandline', type: 'tel', autoComplete: 'off' },
  { name: 'newMobile', type: 'tel', autoComplete: 'off' },
  { name: 'newEmail', type: 'email', autoComplete: 'off' },
] as const

/** What is different from the list, and whether they like to be called: after a conversation. */
export function ContactFields({ draftFields, errors }: Props) {
  const words = useWords().call
  const isFilled = contactFields.some(({ name }) => first(draftFields, name) !== '' || errors[name])
  return (
    <div className="hidden flex-col gap-3 group-has-[[data-opens-notes]:checked]/call:flex">
      <CheckboxField name="wantsCalls" label={words.wantsCalls} defaultChecked={isTicked(draftFields, 'wantsCalls')} />
      <details open={isFilled || undefined} className="rounded-md border border-line px-3 py-1">
        <summary className="target flex items-center font-bold text-accent">{words.contact}</summary>
        <p className="pb-3 text-sm text-ink-soft">{words.contactHint}</p>
        <div className="grid gap-3 pb-3 sm:grid-cols-2">
          {contactFields.map((field) => (
            <TextField
              key={field.name}
              {...field}
              label={words[field.name]}
              error={errors[field.name]}
              defaultValue={first(draftFields, field.name)}
            />
          ))}
        </div>
      </details>
    </div>
  )
}
