import { Form, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { momentText, numberText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Row, Section, Stack } from '#app/ui/page.tsx'
import { sumOf, undoTakesMany } from '../import-counts.ts'
import type { ImportPage } from '../import-page.server.ts'
import type { HomesRestored } from '../list-follower.ts'
import { useWords } from '../words.ts'
import { GroupTabs } from './group-tabs.tsx'
import { useHomesText } from './homes-text.ts'
import { ImportProgress } from './import-progress.tsx'
import { ListSum } from './list-sum.tsx'
import { RowTable } from './row-table.tsx'
import { lastUndoDay } from './undo-day.ts'

/** What was done, with the way back. */
export function AppliedStep() {
  const { found } = useLoaderData<ImportPage>()
  if (found.state === 'applying' || found.state === 'undoing') return <ImportProgress />
  return (
    <Stack gap="wide">
      {found.state === 'undone' ? <Undone /> : <Applied />}
      <GroupTabs />
      <RowTable />
    </Stack>
  )
}

function Applied() {
  const { found, now } = useLoaderData<ImportPage>()
  const [{ applied: words }, language, zone] = [useWords(), useLanguage(), useTimeZone()]
  if (!found.counts || !found.appliedAt) return null
  const chooseWhom = (
    <LinkButton to="/selection" variant="primary">
      {words.chooseWhom}
    </LinkButton>
  )
  return (
    <Section
      title={words.title}
      lead={words.when(momentText(found.appliedAt, now, { zone, language }))}
      action={chooseWhom}
    >
      <ListSum counts={found.counts} isDone />
      {found.cannotUndo ? <p className="text-ink-soft">{words.undoProblems[found.cannotUndo]}</p> : <UndoForm />}
    </Section>
  )
}

/** Asked for before it is done, in the page itself, so that it works without script too. */
function UndoForm() {
  const { found, refused } = useLoaderData<ImportPage>()
  const [{ applied: words, answers }, language, zone] = [useWords(), useLanguage(), useTimeZone()]
  const problem = refused === 'undoing-unconfirmed' ? answers[refused] : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server takes the focus anew
  const problems = useMemo(() => (problem ? [{ field: 'confirmed', message: problem }] : []), [problem, found])
  return (
    <Disclosure label={words.undo} isOpen={problem !== undefined}>
      <ErrorSummary problems={problems} />
      <Form
        method="post"
        action={`/imports/${found.id}/undoing`}
        preventScrollReset
        className="flex max-w-2xl flex-col gap-3"
        noValidate
      >
        <p className="font-bold">{words.undoQuestion}</p>
        <p>
          {words.undoText} {words.undoUntil(lastUndoDay(found.appliedAt ?? '', zone))}
        </p>
        {found.counts && undoTakesMany(found.counts) && (
          <CheckboxField
            id="confirmed"
            name="confirmed"
            value="yes"
            error={problem}
            label={words.undoTakes(numberText(found.counts.new, language))}
          />
        )}
        <Row>
          <Button type="submit">{words.undo}</Button>
        </Row>
      </Form>
    </Disclosure>
  )
}

function HomesRestoredText({ restored }: { restored: HomesRestored }) {
  const [{ campaigns: words }, language] = [useWords(), useLanguage()]
  const homesText = useHomesText()
  const { homes, appointments, leftAlone } = restored
  return (
    <>
      {homes > 0 && <p>{words.restored(homesText({ homes, appointments }))}</p>}
      {leftAlone > 0 && <p>{words.leftOff(leftAlone, numberText(leftAlone, language))}</p>}
    </>
  )
}

function Undone() {
  const { found } = useLoaderData<ImportPage>()
  const [{ applied: words }, language] = [useWords(), useLanguage()]
  const { undoCounts } = found
  if (!undoCounts) return null
  const text = (value: number) => numberText(value, language)
  const leftAlone = sumOf(undoCounts.leftAlone)
  const { restored, removed, broughtBack } = undoCounts
  return (
    <Section title={words.undoneTitle}>
      <p>{words.undone({ restored: text(restored), removed: text(removed), broughtBack: text(broughtBack) })}</p>
      {undoCounts.campaigns && <HomesRestoredText restored={undoCounts.campaigns} />}
      {leftAlone > 0 && <p>{words.leftAlone(leftAlone, text(leftAlone))}</p>}
    </Section>
  )
}
