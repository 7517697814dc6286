import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/page.tsx'
import { useColleagueWords } from '../colleague-words.ts'
import type { DeskRole, Role, Who } from '../roles.ts'
import { RoleCards } from './role-cards.tsx'

type RoleSectionProps = { as: Who['as']; current: Role | DeskRole }

/** Gives somebody another role where they work. */
export function RoleSection({ as, current }: RoleSectionProps) {
  const words = useColleagueWords().accounts
  return (
    <Section title={words.role} isPanel>
      <Form method="put" className="flex flex-col gap-4" noValidate>
        <RoleCards as={as} current={current} isLabelHidden />
        <Button type="submit" variant="primary">
          {words.saveRole}
        </Button>
      </Form>
    </Section>
  )
}
