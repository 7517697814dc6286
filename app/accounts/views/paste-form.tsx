import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/page.tsx'
import { useColleagueWords } from '../colleague-words.ts'
import { useInviteWords } from '../invite-words.ts'
import { type Role, roles } from '../roles.ts'
import { useWords } from '../words.ts'

type Props = { text: string | undefined; role: Role; errors: Record<string, string> }

/** Where the list is pasted, and the role that all of them get. */
export function PasteForm({ text, role, errors }: Props) {
  const all = useWords()
  const colleague = useColleagueWords()
  const words = useInviteWords()
  const isBusy = useNavigation().state === 'submitting'
  const errorOf = (key: string) => errors[key] && all.refusals[errors[key]]
  return (
    <Section title={text === undefined ? words.paste : words.pasteAgain} isPanel>
      <Form method="post" className="flex max-w-2xl flex-col gap-4" noValidate>
        <TextArea
          name="people"
          label={words.people}
          hint={words.peopleHint}
          defaultValue={text}
          error={errorOf('people')}
          rows={8}
          autoComplete="off"
          spellCheck={false}
        />
        <RadioCards
          name="role"
          label={words.role}
          defaultValue={role}
          error={errorOf('role')}
          options={roles.map((value) => ({ value, label: all.roles[value], hint: colleague.roleHints[value] }))}
        />
        <div>
          <Button type="submit" variant={text === undefined ? 'primary' : 'quiet'} isPending={isBusy}>
            {words.check}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
