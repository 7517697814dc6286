import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/page.tsx'
import { useColleagueWords } from '../colleague-words.ts'
import type { Who } from '../roles.ts'
import { useWords } from '../words.ts'
import { type Mail, OneTimeLink } from './one-time-link.tsx'
import { RoleCards } from './role-cards.tsx'

export type Invited = { name: string; link: string; mail: Mail }
type InviteFormProps = { as: Who['as']; errors?: Record<string, string>; invited?: Invited }

/** Invites one person to a corporation or a desk; once that was done, the link for them. */
export function InviteForm({ as, errors = {}, invited }: InviteFormProps) {
  const { refusals } = useWords()
  const words = useColleagueWords().accounts
  const isBusy = useNavigation().state === 'submitting'
  const errorOf = (key: string) => errors[key] && refusals[errors[key]]
  if (invited) return <OneTimeLink title={words.inviteReady} {...invited} />
  return (
    <Section title={words.invite} lead={words.inviteLead} isPanel>
      <Form method="post" className="flex flex-col gap-4" noValidate>
        <TextField name="name" label={words.name} error={errorOf('name')} autoComplete="off" />
        <TextField name="email" type="email" label={words.email} error={errorOf('email')} autoComplete="off" />
        <RoleCards as={as} current={as === 'desk' ? 'operator' : 'caller'} error={errorOf('role')} />
        <Button type="submit" variant="primary" isPending={isBusy}>
          {words.sendInvite}
        </Button>
      </Form>
    </Section>
  )
}
