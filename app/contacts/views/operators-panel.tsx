import { useFetcher } from '@remix-run/react'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { clockText } from '#app/ui/format.ts'
import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { useDeskWords } from '../desk-words.ts'
import type { ShownPresence } from '../presence.ts'
import type { QueueOperator } from '../queue-row.ts'
import { useDeskPerson, useNowEvery } from './desk-live.tsx'

const tones: Record<ShownPresence, Tone> = {
  free: 'done',
  'in-call': 'active',
  'wrapping-up': 'active',
  break: 'waiting',
  gone: 'attention',
  off: 'neutral',
}

/** Who is there and what they do; whose screen is gone can be signed off by a supervisor. */
export function OperatorsPanel({ operators }: { operators: readonly QueueOperator[] }) {
  const { operators: words, presence } = useDeskWords()
  const { maySupervise } = useDeskPerson()
  const now = useNowEvery(15)
  return (
    <Section title={words.title}>
      <Table
        caption={words.title}
        isCaptionHidden
        isCompact
        rows={[...operators]}
        rowKey={({ accountId }) => accountId}
        empty={<p className="text-ink-soft">{words.none}</p>}
        columns={[
          { key: 'name', label: words.name, cell: ({ name }) => name },
          {
            key: 'does',
            label: words.does,
            isShort: true,
            cell: ({ presence: shown, since }) => (
              <span className="flex flex-wrap items-center gap-x-2">
                <Badge tone={tones[shown]}>{presence.shown[shown]}</Badge>
                <span className="tabular text-sm text-ink-soft">{clockText((now - Date.parse(since)) / 1000)}</span>
              </span>
            ),
          },
          ...(maySupervise
            ? [
                {
                  key: 'actions',
                  label: words.actions,
                  isLabelHidden: true,
                  hasControls: true,
                  cell: (operator: QueueOperator) => operator.presence === 'gone' && <SetOff operator={operator} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function SetOff({ operator: { accountId, name } }: { operator: QueueOperator }) {
  const { operators: words } = useDeskWords()
  const fetcher = useFetcher()
  return (
    <fetcher.Form method="post" action={`/queue/operators/${accountId}/departure`} noValidate>
      <Button type="submit" isPending={fetcher.state !== 'idle'} aria-label={words.setOffNamed(name)}>
        {words.setOff}
      </Button>
    </fetcher.Form>
  )
}
