import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { callingHoursSchema } from '#app/campaigns/calling-policy.ts'
import { campaignDefaults } from '#app/campaigns/campaign-defaults.server.ts'
import { errorsOf, FormProblems } from '#app/campaigns/views/form-problems.tsx'
import { WindowFields } from '#app/campaigns/views/policy-fields.tsx'
import { readPolicy } from '#app/campaigns/views/read-policy.ts'
import { useRefusal } from '#app/campaigns/views/use-refusal.ts'
import { centsText } from '#app/core/cents-field.ts'
import { parseForm, parseInput } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { NumberField, TextField } from '#app/ui/field.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { changeSettings, readSettings } from '../settings.server.ts'
import { settingsForm } from '../settings-form.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'corporation:manage')
  return inScope(actor, async (tx) => {
    const { callingHours: _, ...settings } = await readSettings(tx, actor)
    return {
      settings,
      policy: (await campaignDefaults(tx, actor)).policy,
      mayChooseDesks: can(actor, 'account:manage'),
    }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'corporation:manage')
  const form = await readForm(request)
  const plain = parseForm(settingsForm, form)
  const hours = parseInput(callingHoursSchema, readPolicy(form))
  if (!plain.ok || !hours.ok) {
    const errors = { ...(plain.ok ? {} : plain.errors), ...(hours.ok ? {} : hours.errors) }
    return data({ ok: false as const, errors }, 400)
  }
  await changeSettings(actor, { ...plain.value, callingHours: hours.value })
  return { ok: true as const }
}

export default function Settings() {
  const { policy, mayChooseDesks } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords()
  return (
    <Page width="narrow">
      <PageHeader
        title={words.title}
        meta={words.lead}
        back={{ to: '/', label: words.back }}
        secondary={
          <>
            <LinkButton to="/settings/urgent-numbers">{words.urgentNumbers}</LinkButton>
            <LinkButton to="/settings/office-hours">{words.officeHours}</LinkButton>
            <LinkButton to="/settings/values">{words.values}</LinkButton>
            <LinkButton to="/settings/lines">{words.lines}</LinkButton>
            {mayChooseDesks && <LinkButton to="/settings/desks">{words.desks}</LinkButton>}
          </>
        }
      />
      {answer?.ok && <Banner isLive>{words.saved}</Banner>}
      <FormProblems answer={answer} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <CorporationFields />
        <Section title={words.calling} isPanel>
          <WindowFields policy={policy} errors={errorsOf(answer)} />
          <CheckboxField name="onPublicHolidays" label={words.holidays} defaultChecked={policy.onPublicHolidays} />
        </Section>
        <GestureFields />
        <IdleField />
        <div>
          <Button type="submit" variant="primary" isPending={useNavigation().state === 'submitting'}>
            {words.save}
          </Button>
        </div>
      </Form>
    </Page>
  )
}

/** What stands there now, and why the server refused it. */
function useFields() {
  const { settings } = useLoaderData<typeof loader>()
  const errors = errorsOf(useActionData<typeof action>())
  const refusalText = useRefusal()
  return { settings, refusal: (field: keyof typeof settings) => refusalText(errors[field]) }
}

function CorporationFields() {
  const words = useWords()
  const { settings, refusal } = useFields()
  return (
    <Section title={words.corporation} isPanel>
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        defaultValue={settings.name}
        maxLength={200}
        autoComplete="off"
        error={refusal('name')}
      />
      <TextField
        name="contactEmail"
        type="email"
        label={words.contactEmail}
        hint={words.contactEmailHint}
        defaultValue={settings.contactEmail}
        autoComplete="off"
        isOptional
        error={refusal('contactEmail')}
      />
    </Section>
  )
}

function GestureFields() {
  const words = useWords()
  const { settings, refusal } = useFields()
  const amount = (name: 'gestureBudgetCents' | 'cardCents' | 'flowersCents') => ({
    name,
    defaultValue: centsText(settings[name]),
    inputMode: 'decimal' as const,
    maxLength: 10,
    autoComplete: 'off',
    error: refusal(name),
  })
  return (
    <Section title={words.gestures} isPanel>
      <TextField {...amount('gestureBudgetCents')} label={words.budget} hint={words.budgetHint} isOptional />
      <TextField {...amount('cardCents')} label={words.card} hint={words.priceHint} />
      <TextField {...amount('flowersCents')} label={words.flowers} />
    </Section>
  )
}

function IdleField() {
  const words = useWords()
  const { settings, refusal } = useFields()
  return (
    <Section title={words.safety} isPanel>
      <NumberField
        name="idleMinutes"
        label={words.idle}
        hint={words.idleHint}
        unit={words.idleUnit}
        defaultValue={settings.idleMinutes}
        error={refusal('idleMinutes')}
      />
    </Section>
  )
}
