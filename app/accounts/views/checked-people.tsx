import { Form, useNavigation } from '@remix-run/react'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { PastedPerson } from '../invitation-lines.ts'
import { useInviteWords } from '../invite-words.ts'
import type { DeskRole, Role } from '../roles.ts'
import { useWords } from '../words.ts'

type Props = { people: PastedPerson[]; text: string; role: Role | DeskRole }

/** Who would be invited and who not, by line, before it is done. */
export function CheckedPeople({ people, text, role }: Props) {
  const words = useInviteWords()
  const language = useLanguage()
  const isBusy = useNavigation().state === 'submitting'
  const able = people.filter(({ problem }) => !problem).length
  const count = (value: number) => [numberText(value, language), value === 1] as const
  const roleName = useWords().roles[role]
  return (
    <Section title={words.checked} lead={words.sum(...count(able), numberText(people.length - able, language))} isPanel>
      <Table
        caption={words.checked}
        isCaptionHidden
        rows={people}
        rowKey={({ line, email, name }) => `${line} ${email} ${name}`}
        columns={[
          { key: 'name', label: words.name, cell: ({ name }) => name },
          { key: 'email', label: words.email, cell: ({ email }) => email },
          { key: 'line', label: words.line, isNumeric: true, cell: ({ line }) => numberText(line, language) },
          { key: 'problem', label: words.result, cell: ({ problem }) => <Result problem={problem} /> },
        ]}
      />
      {able > 0 && (
        <Form method="post" noValidate>
          <input type="hidden" name="people" value={text} />
          <input type="hidden" name="role" value={role} />
          <input type="hidden" name="isChecked" value="yes" />
          <Button type="submit" variant="primary" isPending={isBusy}>
            {words.send(...count(able), roleName)}
          </Button>
        </Form>
      )}
    </Section>
  )
}

function Result({ problem }: Pick<PastedPerson, 'problem'>) {
  const words = useInviteWords()
  return problem ? <Badge tone="attention">{words.problems[problem]}</Badge> : words.good
}
