import { Form } from '@remix-run/react'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { DateText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ContractState } from '../contract-form.ts'
import { useWords } from '../words.ts'

/** Days 'yyyy-mm-dd' in the corporation's zone; the last one counts whole. */
export type ShownContract = { deskId: number; name: string; from: string; until: string | null; state: ContractState }

const tones: Record<ContractState, Tone> = { waiting: 'waiting', serving: 'active', over: 'neutral' }

type ContractListProps = {
  contracts: ShownContract[]
  /** Each leads to its own page. */
  hasLinks?: boolean
}

export function ContractList({ contracts, hasLinks = false }: ContractListProps) {
  const { contracts: words } = useWords()
  return (
    <Table
      caption={words.list}
      isCaptionHidden
      rows={contracts}
      rowKey={({ deskId }) => String(deskId)}
      rowTo={({ deskId }) => (hasLinks ? `/settings/desks/${deskId}` : undefined)}
      empty={
        <EmptyState title={words.none} icon="phone">
          {words.noneHint}
        </EmptyState>
      }
      columns={[
        { key: 'name', label: words.desk, cell: ({ name }) => name },
        { key: 'from', label: words.from, isShort: true, cell: ({ from }) => <DateText on={from} /> },
        {
          key: 'until',
          label: words.until,
          isShort: true,
          cell: ({ until }) => (until ? <DateText on={until} /> : words.noEnd),
        },
        {
          key: 'state',
          label: words.state,
          isShort: true,
          cell: ({ state }) => <Badge tone={tones[state]}>{words.states[state]}</Badge>,
        },
        {
          key: 'end',
          label: words.end,
          isLabelHidden: true,
          hasControls: true,
          cell: (contract) => (contract.state === 'over' ? null : <EndNow contract={contract} />),
        },
      ]}
    />
  )
}

function EndNow({ contract: { deskId, name } }: { contract: ShownContract }) {
  const { contracts: words } = useWords()
  return (
    <Form method="delete" action={`/settings/desks/${deskId}`} noValidate>
      <Button type="submit" aria-label={words.endOf(name)}>
        {words.end}
      </Button>
    </Form>
  )
}
