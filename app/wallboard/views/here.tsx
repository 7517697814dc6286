import { useDeskWords } from '#app/contacts/desk-words.ts'
import { shownPresences } from '#app/contacts/presence.ts'
import type { QueueOperator } from '#app/contacts/queue-row.ts'
import { useWords } from '../words.ts'

/** More names than this are not read across a room. */
const mostNames = 12

/** Who is there by name; of many, how many do what. */
export function WallHere({ operators }: { operators: readonly QueueOperator[] }) {
  const words = useWords()
  const { shown } = useDeskWords().presence
  const told =
    operators.length > mostNames
      ? shownPresences
          .map((state) => ({ key: state, what: shown[state], count: numberIn(operators, state) }))
          .filter(({ count }) => count > 0)
          .map(({ key, what, count }) => ({ key, who: String(count), what }))
      : operators.map(({ accountId, name, presence }) => ({ key: accountId, who: name, what: shown[presence] }))
  return (
    <section aria-label={words.here} className="border-t border-line pt-2">
      <h2 className="sr-only">{words.here}</h2>
      {operators.length === 0 && <p className="text-lg text-ink-soft lg:text-2xl">{words.noneHere}</p>}
      <ul className="flex flex-wrap gap-x-8 gap-y-1 text-lg lg:text-2xl">
        {told.map(({ key, who, what }) => (
          <li key={key}>
            <span className="font-bold">{who}</span> <span className="text-ink-soft">{what}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const numberIn = (operators: readonly QueueOperator[], state: QueueOperator['presence']) =>
  operators.filter(({ presence }) => presence === state).length
