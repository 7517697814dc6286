import { Columns, Section } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'
import { HoldsAnswer, type ShownHolds } from './shown-holds.tsx'
import { SwitchForm, type SwitchFormProps } from './switch-form.tsx'
import { SwitchTable, type SwitchTableProps } from './switch-table.tsx'

type LineSwitchesProps = { holds: ShownHolds } & SwitchTableProps & SwitchFormProps

/** What holds for one line, what was switched, and the form to switch it: at the corporation and at a desk. */
export function LineSwitches({ holds, desks, errors, ...table }: LineSwitchesProps) {
  const words = useWords()
  return (
    <Columns split="main-left">
      <Section title={words.now}>
        <HoldsAnswer holds={holds} now={table.now} />
        <SwitchTable {...table} />
      </Section>
      <Section title={words.switchNow} isPanel>
        <SwitchForm key={table.switches.length} desks={desks} errors={errors} />
      </Section>
    </Columns>
  )
}
