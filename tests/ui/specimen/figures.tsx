import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Chart } from '#app/ui/chart.tsx'
import { DueText } from '#app/ui/date-text.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { numberText } from '#app/ui/format.ts'
import { Funnel } from '#app/ui/funnel.tsx'
import { Columns, Section, Stack } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { Stat, StatRow } from '#app/ui/stat.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'

const today = '2026-11-22'
const days = Array.from({ length: 21 }, (_, index) => ({
  on: `2026-11-${String(index + 2).padStart(2, '0')}`,
  values: index % 7 > 4 ? [0, 0, 0] : [28 + ((index * 7) % 23), 12 + ((index * 5) % 9), 4 + (index % 5)],
}))

export const Figures = () => (
  <>
    <StatRow>
      <Stat label="Gesproken" value="968" note="78% van de gebelde huurders" to="/reached" />
      <Stat label="Nog te bellen" value="760" />
      <Stat label="Gesprekstijd" value="18 min" note="gemiddeld" />
      <Stat label="Beloften open" value="41" to="/promises" />
    </StatRow>
    <Columns split="main-left">
      <Section title="Bereikt per dag" isPanel>
        <Chart
          title="Telefoontjes per dag"
          description="De meeste mensen nemen op tussen 10:00 en 12:00 uur."
          kind="bars"
          days={days}
          series={['Gesproken', 'Geen gehoor', 'Terugbellen']}
          plan={{ name: 'Plan', values: days.map(({ values }) => (values[0] ? 55 : null)) }}
        />
      </Section>
      <Stack gap="wide">
        <Section title="Wie wordt gebeld" isPanel>
          <Funnel
            label="Van alle huurders naar de bellijst"
            rows={[
              { key: 'all', label: 'Alle huurders', count: 18_240, to: '/1' },
              { key: 'age', label: '80 jaar of ouder', count: 2412, to: '/2' },
              { key: 'mail', label: 'Geen e-mailadres', count: 2105, to: '/3' },
              { key: 'stop', label: 'Wil niet gebeld worden', count: 61, kind: 'off', to: '/4' },
              { key: 'phone', label: 'Geen telefoonnummer', count: 44, kind: 'off', to: '/5' },
              { key: 'result', label: 'Adressen te bellen', count: 2000, kind: 'result', to: '/6' },
            ]}
          />
        </Section>
        <Section title="Deze huurder" isPanel>
          <DefinitionList
            items={[
              { term: 'Aanspreken', value: 'mevrouw Van der Kuipers' },
              { term: 'Adres', value: 'Molenweg 12, Oosterhout' },
              { term: 'Telefoon', value: '0162 - 41 22 33' },
            ]}
          />
        </Section>
      </Stack>
    </Columns>
    <Section title="Opvolging" action={<LinkButton to="/add">Toevoegen</LinkButton>}>
      <Table {...promises} />
      <Pagination page={2} perPage={50} total={18_240} to={(page) => `/?page=${page}`} />
    </Section>
    <Section title="Lopende belacties">
      <Progress label="Belactie 80+ najaar" value={1240} max={2000} text="1.240 van 2.000" />
      <Progress label="Bestand controleren" text="even geduld" />
      <EmptyState
        title="Niemand over om te bellen."
        icon="phone"
        action={<Button variant="primary">Naar Vandaag</Button>}
      >
        Om 14:30 is mevrouw Bakker weer vrij.
      </EmptyState>
      <Table
        {...promises}
        rows={[]}
        caption="Leeg"
        empty={<EmptyState title="Geen beloften vandaag.">De volgende is morgen.</EmptyState>}
      />
    </Section>
  </>
)

type PromiseRow = { id: string; name: string; what: string; dueOn: string; done: boolean; calls: number }

const columns: Column<PromiseRow>[] = [
  { key: 'name', label: 'Huurder', cell: ({ name }) => name, sort: { to: '/?sort=name', direction: 'ascending' } },
  { key: 'what', label: 'Beloofd', cell: ({ what }) => what },
  {
    key: 'due',
    label: 'Wanneer',
    cell: ({ dueOn }) => <DueText dueOn={dueOn} today={today} />,
    sort: { to: '/?sort=due' },
  },
  { key: 'calls', label: 'Gesprekken', isNumeric: true, cell: ({ calls }) => numberText(calls, 'nl') },
  {
    key: 'state',
    label: 'Stand',
    cell: ({ done }) => <Badge tone={done ? 'done' : 'waiting'}>{done ? 'Gedaan' : 'Open'}</Badge>,
  },
  {
    key: 'act',
    label: 'Doen',
    isLabelHidden: true,
    hasControls: true,
    cell: () => <Button icon="check">Gedaan</Button>,
  },
]

const promises = {
  caption: '18.240 beloften, de oudste eerst',
  columns,
  rowKey: ({ id }: PromiseRow) => id,
  rowTo: ({ id }: PromiseRow) => `/promises/${id}`,
  selection: { name: 'promise', label: ({ name }: PromiseRow) => name },
  rows: [
    {
      id: '1',
      name: 'Mevrouw Van der Kuipers',
      what: 'Terugbellen over de lekkende kraan',
      dueOn: '2026-11-19',
      done: false,
      calls: 3,
    },
    { id: '2', name: 'De heer El Amrani', what: 'Kaart sturen', dueOn: '2026-11-22', done: false, calls: 1 },
    {
      id: '3',
      name: 'Mevrouw De Wit',
      what: 'Doorgeven aan de wijkverpleging, en daarna nog eens bellen',
      dueOn: '2026-11-23',
      done: false,
      calls: 1240,
    },
    { id: '4', name: 'De heer Jansen', what: 'Bloemen', dueOn: '2026-12-03', done: true, calls: 12 },
  ],
}
