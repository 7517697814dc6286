import { Form, useLoaderData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Row, Section } from '#app/ui/page.tsx'
import { delimiters, encodings, type Mapping } from '#imports/mapping-schema.ts'
import type { ImportPage } from '../import-page.server.ts'
import { useWords } from '../words.ts'

const headerRows = Array.from({ length: 21 }, (_, row) => row)

/** For when the columns look odd: how the file is read, as it was detected, to be chosen otherwise. */
export function ReadingForm() {
  const { found } = useLoaderData<ImportPage>()
  const { columns: words } = useWords()
  const { mapping, inspection } = found
  if (!mapping || !inspection) return null
  const { sheet } = mapping
  const heading =
    sheet && inspection.sheets.length > 1
      ? { title: words.rightSheet(sheet), lead: words.otherSheet }
      : { title: words.reading, lead: words.readingLead }
  return (
    <Section {...heading}>
      <Form method="post" action={`/imports/${found.id}/reading`} className="flex flex-col gap-4">
        <Row>
          {inspection.kind === 'csv' ? (
            <CsvFields mapping={mapping} />
          ) : (
            <SelectField
              name="sheet"
              label={words.sheet}
              defaultValue={mapping.sheet ?? ''}
              options={inspection.sheets.map((value) => ({
                value,
                label: inspection.hiddenSheets?.includes(value) ? words.hiddenSheet(value) : value,
              }))}
            />
          )}
          <SelectField
            name="headerRow"
            label={words.headerRow}
            defaultValue={String(mapping.headerRow)}
            options={headerRows.map((row) => ({ value: String(row), label: words.headerRowOf(row + 1) }))}
          />
        </Row>
        <div>
          <Button type="submit">{words.readAgain}</Button>
        </div>
      </Form>
    </Section>
  )
}

function CsvFields({ mapping }: { mapping: Pick<Mapping, 'encoding' | 'delimiter'> }) {
  const { columns: words } = useWords()
  return (
    <>
      <SelectField
        name="encoding"
        label={words.encoding}
        defaultValue={mapping.encoding}
        options={encodings.map((value) => ({ value, label: words.encodings[value] }))}
      />
      <SelectField
        name="delimiter"
        label={words.delimiter}
        defaultValue={mapping.delimiter}
        options={delimiters.map((value) => ({ value, label: words.delimiters[value] }))}
      />
    </>
  )
}
