import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { urgencies } from '../contact.ts'
import { useContactWords } from '../contact-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { loweringReasons } from '../record-choices.ts'
import { useWords } from '../words.ts'
import { StepForm } from './step-form.tsx'

type Props = { contact: ContactLoaded['contact']; path: string }

/** Raised at once; lowered with a reason. */
export function UrgencyControl({ contact, path }: Props) {
  const { urgency: words } = useWords()
  const names = useContactWords()
  return (
    <Disclosure label={words.title}>
      <StepForm path={path} step="urgency" fence={contact.fence}>
        {({ errors, isBusy }) => (
          <>
            <SelectField
              key={contact.urgency}
              name="urgency"
              label={words.label}
              defaultValue={String(contact.urgency)}
              options={Object.values(urgencies).map((value) => ({
                value: String(value),
                label: names.urgencies[value],
              }))}
            />
            <SelectField
              name="reason"
              label={words.reason}
              hint={words.reasonHint}
              placeholder=""
              error={errors.reason}
              options={loweringReasons.map((value) => ({ value, label: names.lowering[value] }))}
            />
            <TextField name="words" label={words.words} isOptional maxLength={500} error={errors.words} />
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
