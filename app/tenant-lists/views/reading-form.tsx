import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Row, Section } from '#app/ui/page.tsx'
import { delimiters, type Encoding, encodings } from '#imports/mapping-schema.ts'
import type { ImportPage } from '../import-page.server.ts'
import { useWords } from '../words.ts'

// Of a list of before it was kept where its rows stand.
const firstLines = Array.from({ length: 21 }, (_, row) => row + 1)

/** For when the columns look odd: how the file is read, as it was detected, to be chosen otherwise. */
export function ReadingForm() {
  const { found } = useLoaderData<ImportPage>()
  const { columns: words } = useWords()
  const { mapping, inspection } = found
  const action = `/imports/${found.id}/reading`
  const isPending = useNavigation().formAction === action
  if (!mapping || !inspection) return null
  const { sheet } = mapping
  const heading =
    sheet && inspection.sheets.length > 1
      ? { title: words.rightSheet(sheet), lead: words.otherSheet }
      : { title: words.reading, lead: words.readingLead }
  return (
    <Section {...heading}>
      <Form method="post" action={action} className="flex flex-col gap-4" noValidate>
        <Row>
          {inspection.kind === 'xlsx' && mapping.encoding === 'utf-8' ? (
            <input type="hidden" name="encoding" value={mapping.encoding} />
          ) : (
            <EncodingField encoding={mapping.encoding} isWorkbook={inspection.kind === 'xlsx'} />
          )}
          {inspection.kind === 'csv' ? <DelimiterField /> : <SheetField />}
          <SelectField
            name="headerRow"
            label={words.headerRow}
            defaultValue={String(mapping.headerRow)}
            options={(inspection.lines ?? firstLines).map((line, row) => ({
              value: String(row),
              label: words.headerRowOf(line),
            }))}
          />
        </Row>
        <div>
          <Button type="submit" isPending={isPending}>
            {words.readAgain}
          </Button>
        </div>
      </Form>
    </Section>
  )
}

/** The letters of a workbook are always UTF-8, but may have been damaged before they came into it: asked only when they are mended. */
function EncodingField({ encoding, isWorkbook }: { encoding: Encoding; isWorkbook: boolean }) {
  const { columns: words } = useWords()
  const choices = isWorkbook ? encodingsOfWorkbook : encodings
  return (
    <SelectField
      name="encoding"
      label={words.encoding}
      defaultValue={encoding}
      options={choices.map((value) => ({ value, label: words.encodings[value] }))}
    />
  )
}

const encodingsOfWorkbook = ['utf-8', 'utf-8-read-twice'] as const

function DelimiterField() {
  const { found } = useLoaderData<ImportPage>()
  const { columns: words } = useWords()
  return (
    <SelectField
      name="delimiter"
      label={words.delimiter}
      defaultValue={found.mapping?.delimiter}
      options={delimiters.map((value) => ({ value, label: words.delimiters[value] }))}
    />
  )
}

function SheetField() {
  const { inspection, mapping } = useLoaderData<ImportPage>().found
  const { columns: words } = useWords()
  return (
    <SelectField
      name="sheet"
      label={words.sheet}
      defaultValue={mapping?.sheet ?? ''}
      options={(inspection?.sheets ?? []).map((value) => ({
        value,
        label: inspection?.hiddenSheets?.includes(value) ? words.hiddenSheet(value) : value,
      }))}
    />
  )
}
