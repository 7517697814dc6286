import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { ActionBar, Row, Section, Stack } from '#app/ui/page.tsx'
import { amountNotations } from '#imports/amounts.ts'
import { dateNotations } from '#imports/dates.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import type { ImportPage } from '../import-page.server.ts'
import { useWords } from '../words.ts'
import { ColumnTable, type ShownColumn } from './column-table.tsx'
import { ReadingForm } from './reading-form.tsx'

/** Which column is what: the doubtful ones on top, the others below, all of them changeable. */
export function ColumnsStep() {
  const { found, samples } = useLoaderData<ImportPage>()
  const { columns: words } = useWords()
  const { mapping, inspection } = found
  if (!mapping || !inspection) return null
  const columns = shownColumns({ mapping, inspection, samples })
  const doubtful = columns.filter(({ isDoubtful }) => isDoubtful)
  const sure = columns.filter(({ isDoubtful }) => !isDoubtful)
  return (
    <Stack gap="wide">
      <Notices inspection={inspection} />
      <Form
        method="post"
        action={`/imports/${found.id}/mapping`}
        id="mapping"
        className="flex flex-col gap-8"
        noValidate
      >
        {doubtful.length > 0 && (
          <Section title={words.doubtful} lead={words.lead}>
            <ColumnTable caption={words.doubtful} columns={doubtful} />
          </Section>
        )}
        {sure.length > 0 && (
          <Section title={words.sure}>
            <ColumnTable caption={words.sure} columns={sure} />
          </Section>
        )}
        <NotationsSection mapping={mapping} />
      </Form>
      {inspection.sheets.length <= 1 && <ReadingForm />}
      <Confirmation />
    </Stack>
  )
}

function Confirmation() {
  const { found } = useLoaderData<ImportPage>()
  const { columns: words, check } = useWords()
  const isPending = useNavigation().state === 'submitting'
  return (
    <ActionBar>
      <Form method="post" action={`/imports/${found.id}/cancellation`} noValidate>
        <Button type="submit">{check.cancel}</Button>
      </Form>
      <Button type="submit" form="mapping" variant="primary" isPending={isPending}>
        {words.confirm}
      </Button>
    </ActionBar>
  )
}

type Shown = {
  mapping: Mapping
  inspection: NonNullable<ImportPage['found']['inspection']>
  samples: ImportPage['samples']
}

const shownColumns = ({ mapping, inspection, samples }: Shown) =>
  mapping.columns.map(({ header, field }, at): ShownColumn => {
    const suggestion = inspection.suggestions[at]
    const isDoubtful = !inspection.isRemembered && suggestion?.confidence !== 'sure'
    const isBsn = suggestion?.reason === 'looks-like-bsn'
    return { at, header, field, samples: samples.values[at] ?? [], isDoubtful, isBsn }
  })

/** What to know before the columns; which sheet it is comes first. */
function Notices({ inspection }: { inspection: NonNullable<ImportPage['found']['inspection']> }) {
  const { columns: words } = useWords()
  return (
    <>
      {inspection.alike?.map((sheet) => (
        <Banner key={sheet} tone="attention">
          {words.sheetAlike(sheet)}
        </Banner>
      ))}
      {inspection.sheets.length > 1 && <ReadingForm />}
      <MendedLetters />
      {inspection.isRemembered && <Banner>{words.remembered}</Banner>}
      {inspection.isAddition && <Banner>{words.isAddition}</Banner>}
    </>
  )
}

/** What was done about letters that are not written as they usually are: shown, so that it can be chosen otherwise. */
function MendedLetters() {
  const { samples } = useLoaderData<ImportPage>()
  const { columns: words } = useWords()
  if (samples.letters.length === 0) return null
  return (
    <Banner tone="attention">
      {words.lettersMended}
      <ul className="my-1 list-disc pl-5">
        {samples.letters.map((example) => (
          <li key={example.after}>{words.letterExample(example)}</li>
        ))}
      </ul>
      {words.lettersOtherwise}
    </Banner>
  )
}

/** How dates and amounts are written in this list, as it was detected, to be chosen otherwise. */
function NotationsSection({ mapping }: { mapping: Pick<Mapping, 'dateNotation' | 'amountNotation'> }) {
  const { columns: words } = useWords()
  return (
    <Section title={words.notations}>
      <Row>
        <SelectField
          name="dateNotation"
          label={words.dateNotation}
          defaultValue={mapping.dateNotation}
          options={dateNotations.map((value) => ({ value, label: words.dateNotations[value] }))}
        />
        <SelectField
          name="amountNotation"
          label={words.amountNotation}
          defaultValue={mapping.amountNotation}
          options={amountNotations.map((value) => ({ value, label: words.amountNotations[value] }))}
        />
      </Row>
    </Section>
  )
}
