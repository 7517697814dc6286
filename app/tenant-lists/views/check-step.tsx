import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ActionBar, Row, Section, Stack } from '#app/ui/page.tsx'
import type { ImportPage } from '../import-page.server.ts'
import { useWords } from '../words.ts'
import { DeceasedSection } from './deceased-section.tsx'
import { GoneSection } from './gone-section.tsx'
import { GroupTabs } from './group-tabs.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ListSum } from './list-sum.tsx'
import { RowTable } from './row-table.tsx'
import { WarningTicks } from './warning-ticks.tsx'

/** What the list would do, and what to say yes to before it does. */
export function CheckStep() {
  const { found, refused } = useLoaderData<ImportPage>()
  const { check: words } = useWords()
  if (found.state === 'mapped') return <CheckAgain />
  if (found.state === 'checking' || !found.counts) return <ImportProgress />
  return (
    <Stack gap="wide">
      <Section
        title={words.title}
        action={<LinkButton to={`/imports/${found.id}?step=columns`}>{words.mapAgain}</LinkButton>}
      >
        <ListSum counts={found.counts} isDone={false} />
      </Section>
      <DeceasedSection />
      <Form method="post" action={`/imports/${found.id}/application`} id="application" preventScrollReset noValidate>
        <WarningTicks warnings={found.warnings} isRefused={refused === 'warnings-unconfirmed'} />
      </Form>
      <GoneSection />
      <Stack>
        <GroupTabs />
        <RowTable />
      </Stack>
      <Application />
    </Stack>
  )
}

function Application() {
  const { found } = useLoaderData<ImportPage>()
  const { check: words } = useWords()
  const isPending = useNavigation().state === 'submitting'
  return (
    <ActionBar>
      <Form method="post" action={`/imports/${found.id}/cancellation`} noValidate>
        <Button type="submit">{words.cancel}</Button>
      </Form>
      <Row>
        <span className="hidden text-sm text-ink-soft sm:inline">{words.applyHint}</span>
        <Button type="submit" form="application" variant="primary" isPending={isPending}>
          {words.apply}
        </Button>
      </Row>
    </ActionBar>
  )
}

function CheckAgain() {
  const { found } = useLoaderData<ImportPage>()
  const { check: words } = useWords()
  return (
    <Form method="post" action={`/imports/${found.id}/check`} noValidate>
      <Button type="submit" variant="primary">
        {words.again}
      </Button>
    </Form>
  )
}
