import { Button } from '#app/ui/button.tsx'
import { CheckboxField, RadioCards } from '#app/ui/choice.tsx'
import { Dropzone } from '#app/ui/dropzone.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { DateField, NumberField, SelectField, TextArea, TextField, TimeField } from '#app/ui/field.tsx'
import { ActionBar, Columns, Row, Section, Stack } from '#app/ui/page.tsx'

const problems = [
  { field: 'name', message: 'Vul een naam in.' },
  { field: 'outcome', message: 'Kies hoe het liep.' },
]

export const Fields = () => (
  <Section title="Formulier">
    <ErrorSummary problems={problems} />
    <Columns>
      <Stack gap="wide">
        <TextField name="name" label="Naam" error="Vul een naam in." />
        <TextField
          name="phone"
          label="Telefoonnummer"
          type="tel"
          hint="Zoals 0162 41 22 33"
          defaultValue="0162 41 22 33"
        />
        <TextArea name="note" label="Notitie" isOptional defaultValue="Zij wil graag een klein praatje." />
        <SelectField
          name="owner"
          label="Wie doet het?"
          placeholder=""
          options={[
            { value: '1', label: 'Annemiek de Wit' },
            { value: '2', label: 'Joost Bakker' },
          ]}
        />
        <Row>
          <DateField name="dueOn" label="Op welke dag?" defaultValue="2026-11-23" />
          <TimeField name="dueAt" label="Hoe laat?" defaultValue="14:30" />
          <NumberField name="hours" label="Uren per week" hint="Een heel getal" unit="uur" defaultValue="4" />
        </Row>
      </Stack>
      <Stack gap="wide">
        <RadioCards
          name="outcome"
          label="Hoe liep het?"
          hasNumberKeys
          error="Kies hoe het liep."
          defaultValue="2"
          options={[
            { value: '1', label: 'Gesproken' },
            { value: '2', label: 'Geen gehoor', hint: 'Wij proberen het morgen op een ander moment.' },
            { value: '3', label: 'Voicemail' },
            { value: '4', label: 'Terugbellen' },
            { value: '5', label: 'Verkeerd nummer' },
          ]}
        />
        <RadioCards
          name="mood"
          label="Hoe gaat het?"
          columns={2}
          options={[
            { value: 'good', label: 'Goed' },
            { value: 'fair', label: 'Gaat wel' },
            { value: 'poor', label: 'Slecht' },
            { value: 'unknown', label: 'Niet gevraagd', isDisabled: true },
          ]}
        />
        <CheckboxField
          name="consent"
          label="Mevrouw vindt het goed dat wij dit doorgeven"
          hint="Zonder ja geven wij niets door."
        />
        <Dropzone name="file" label="Huurderslijst" hint="Excel of csv, tot 200 MB" accept=".csv,.xlsx" />
        <Dropzone name="sending" label="Tweede lijst" progress={{ value: 40, text: '40%' }} />
      </Stack>
    </Columns>
    <ActionBar>
      <span className="text-sm text-ink-soft">Concept bewaard om 10:41</span>
      <Button variant="primary" type="submit">
        Opslaan
      </Button>
    </ActionBar>
  </Section>
)
