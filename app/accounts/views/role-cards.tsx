import { RadioCards } from '#app/ui/choice.tsx'
import { useColleagueWords } from '../colleague-words.ts'
import { type DeskRole, deskRoles, type Role, roles, type Who } from '../roles.ts'
import { useWords } from '../words.ts'

type RoleCardsProps = { as: Who['as']; current: Role | DeskRole; error?: string; isLabelHidden?: boolean }

/** The roles there are at such a place, each with what it may. */
export function RoleCards({ as, current, ...rest }: RoleCardsProps) {
  const names = useWords().roles
  const { roleHints, accounts } = useColleagueWords()
  const choices: readonly (Role | DeskRole)[] = as === 'desk' ? deskRoles : roles
  return (
    <RadioCards
      {...rest}
      name="role"
      label={accounts.role}
      defaultValue={current}
      options={choices.map((role) => ({ value: role, label: names[role], hint: roleHints[role] }))}
    />
  )
}
