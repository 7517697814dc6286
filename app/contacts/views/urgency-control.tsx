import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { urgencies } from '../contact.ts'
import { useContactWords } from '../contact-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { loweringReasons } from '../record-choices.ts'
import { useWords } from '../words.ts'
import { StepForm } from './step-form.tsx'
import { useTyped } from './use-typed.ts'

type Props = { contact: ContactLoaded['contact']; path: string }

/** Raised at once; lowered with a reason. */
export function UrgencyControl({ contact, path }: Props) {
  const { urgency: words } = useWords()
  const names = useContactWords()
  const typed = useTyped('urgency')
  return (
    <Disclosure label={words.title} isOpen={Boolean(typed)}>
      <StepForm path={path} step="urgency" fence={contact.fence}>
        {({ errors, isBusy }) => (
          <>
            <SelectField
              key={contact.urgency}
              name="urgency"
              label={words.label}
              defaultValue={typed?.urgency ?? String(contact.urgency)}
              options={Object.values(urgencies).map((value) => ({
                value: String(value),
                label: names.urgencies[value],
              }))}
            />
            <Why errors={errors} />
            <div>
              <Button type="submit" isPending={isBusy}>
                {words.save}
              </Button>
            </div>
          </>
        )}
      </StepForm>
    </Disclosure>
  )
}

function Why({ errors }: { errors: Record<string, string> }) {
  const { urgency: words } = useWords()
  const { lowering } = useContactWords()
  const typed = useTyped('urgency')
  return (
    <>
      <SelectField
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        placeholder=""
        error={errors.reason}
        defaultValue={typed?.reason}
        options={loweringReasons.map((value) => ({ value, label: lowering[value] }))}
      />
      <TextField
        name="words"
        label={words.words}
        isOptional
        maxLength={500}
        error={errors.words}
        defaultValue={typed?.words}
      />
    </>
  )
}
