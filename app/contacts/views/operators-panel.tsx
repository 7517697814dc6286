import { useFetcher } from '@remix-run/react'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { timeText } from '#app/ui/format.ts'
import { useTimeZone } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { useDeskWords } from '../desk-words.ts'
import type { ShownPresence } from '../presence.ts'
import type { QueueOperator } from '../queue-row.ts'
import { useDeskPerson } from './desk-live.tsx'

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
  const zone = useTimeZone()
  return (
    <Section title={words.title}>
      {operators.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
        {operators.map((operator) => (
          <li key={operator.accountId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <span className="min-w-0 flex-1 basis-32 font-bold wrap-anywhere">{operator.name}</span>
            <Badge tone={tones[operator.presence]}>{presence.shown[operator.presence]}</Badge>
            <span className="tabular text-sm text-ink-soft">{words.since(timeText(operator.since, zone))}</span>
            {maySupervise && operator.presence === 'gone' && <SetOff operator={operator} />}
          </li>
        ))}
      </ul>
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
