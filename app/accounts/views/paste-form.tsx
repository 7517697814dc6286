import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/page.tsx'
import { useInviteWords } from '../invite-words.ts'
import type { DeskRole, Role, Who } from '../roles.ts'
import { useWords } from '../words.ts'
import { RoleCards } from './role-cards.tsx'

type Props = { as: Who['as']; text: string | undefined; role: Role | DeskRole; errors: Record<string, string> }

/** Where the list is pasted, and the role that all of them get. */
export function PasteForm({ as, text, role, errors }: Props) {
  const { refusals } = useWords()
  const words = useInviteWords()
  const isBusy = useNavigation().state === 'submitting'
  const errorOf = (key: string) => errors[key] && refusals[errors[key]]
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
        <RoleCards as={as} current={role} error={errorOf('role')} />
        <div>
          <Button type="submit" variant={text === undefined ? 'primary' : 'quiet'} isPending={isBusy}>
            {words.check}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
