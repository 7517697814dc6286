import { Form } from '@remix-run/react'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { Protocol } from '#app/triage/protocol.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { Button } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import type { PlaceDifference } from '../differences.ts'
import { isPartPlace } from '../place-change.ts'
import { useWords } from '../words.ts'
import { Differences } from './differences.tsx'

type ShownStep = {
  id: string
  at: Date | string
  by: string
  changes: { place: string; before: unknown; after: unknown }[]
  whole: 'opened' | 'put-away' | null
  mayTakeBack: boolean
}
type StepListProps = { steps: ShownStep[]; protocol: Protocol; now: string; kind: TriageKind; mayEdit: boolean }

const isOfPart = (change: ShownStep['changes'][number]): change is PlaceDifference => isPartPlace(change.place)

/** What was changed, newest first, each in one go, with a way back while it has one. */
export function StepList({ steps, protocol, now, kind, mayEdit }: StepListProps) {
  const { history: words } = useWords()
  if (steps.length === 0) return <p className="text-ink-soft">{words.noChanges}</p>
  return (
    <ol className="flex flex-col gap-5">
      {steps.map(({ id, at, by, changes, whole, mayTakeBack }) => (
        <li key={id} className="flex flex-col gap-2">
          <p className="text-ink-soft">
            <MomentText at={at} now={now} />, {by}
            {whole && `: ${whole === 'opened' ? words.opened : words.putAway}`}
            {changes.some(({ place }) => place === 'base') && `: ${words.base}`}
          </p>
          {changes.some(isOfPart) && <Differences differences={changes.filter(isOfPart)} protocol={protocol} />}
          {mayEdit && mayTakeBack && (
            <Form noValidate method="post" action={pathOf(kind, '/reversal')}>
              <input type="hidden" name="step" value={id} />
              <Button type="submit" variant="plain">
                {whole ? words.bringBack : words.takeBack}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ol>
  )
}
