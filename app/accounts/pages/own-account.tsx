import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { parseForm } from '#app/core/forms.ts'
import { readDoorForm } from '#app/core/read-form.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { languages } from '#app/ui/language.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { authorizeAnybody } from '../authorize.server.ts'
import { useColleagueWords } from '../colleague-words.ts'
import { waitFor } from '../door.server.ts'
import { changeOwnPassword, ownPasswordSchema } from '../own-password.server.ts'
import { tokenOf } from '../sessions.server.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeAnybody(request)
  const { name, email, role, language } = actor
  return { name, email, role, language }
}

/** PUT gives another password. The language goes to the preferences. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeAnybody(request)
  const form = parseForm(ownPasswordSchema, await readDoorForm(request))
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  const answer = await changeOwnPassword(actor, form.value, { token: tokenOf(request) ?? '', now: new Date() })
  if (answer.ok) return answer
  const errors: Record<string, string> = { [answer.field]: answer.reason }
  return data({ ok: false as const, errors }, waitFor(answer.reason) ?? { status: 400 })
}

/** When to try again. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export default function OwnAccount() {
  const { name, email, role } = useLoaderData<typeof loader>()
  const all = useWords()
  const colleague = useColleagueWords()
  const words = colleague.ownAccount
  return (
    <Page width="narrow">
      <PageHeader title={words.title} back={{ to: '/', label: words.back }} />
      <DefinitionList
        items={[
          { term: colleague.accounts.name, value: name },
          { term: colleague.accounts.email, value: email },
          { term: colleague.accounts.role, value: all.roles[role] },
        ]}
      />
      <PasswordSection />
      <LanguageSection />
    </Page>
  )
}

function PasswordSection() {
  const all = useWords()
  const colleague = useColleagueWords()
  const words = colleague.ownAccount
  const answer = useActionData<typeof action>()
  const errors: Record<string, string> = answer && !answer.ok ? answer.errors : {}
  const errorOf = (key: string) => errors[key] && all.refusals[errors[key]]
  const problems = Object.keys(errors).map((field) => ({ field, message: errorOf(field) ?? '' }))
  return (
    <Section title={words.password} lead={words.passwordLead} isPanel>
      {answer?.ok && <Banner isLive>{words.changed(answer.ended)}</Banner>}
      {problems.length > 0 && <ErrorSummary problems={problems} />}
      <Form key={answer?.ok ? 'changed' : 'open'} method="put" className="flex flex-col gap-4" noValidate>
        <TextField
          name="current"
          type="password"
          label={words.current}
          autoComplete="current-password"
          error={errorOf('current')}
        />
        <TextField
          name="next"
          type="password"
          label={words.next}
          hint={colleague.invitation.passwordHint}
          autoComplete="new-password"
          error={errorOf('next')}
        />
        <div>
          <Button type="submit" variant="primary" isPending={useNavigation().formMethod === 'PUT'}>
            {words.change}
          </Button>
        </div>
      </Form>
    </Section>
  )
}

function LanguageSection() {
  const { language } = useLoaderData<typeof loader>()
  const words = useColleagueWords().ownAccount
  return (
    <Section title={words.language} isPanel>
      <Form method="post" action="/account/preferences" className="flex flex-col gap-4" noValidate>
        <input type="hidden" name="back" value="/account" />
        <RadioCards
          name="language"
          label={words.language}
          isLabelHidden
          defaultValue={language}
          options={languages.map((value) => ({ value, label: words.languages[value] }))}
        />
        <div>
          <Button type="submit">{words.saveLanguage}</Button>
        </div>
      </Form>
    </Section>
  )
}
