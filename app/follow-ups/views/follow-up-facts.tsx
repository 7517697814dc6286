import { cityLine } from '#app/tenants/addressee.ts'
import { streetLine } from '#app/tenants/names.ts'
import type { Dialable } from '#app/tenants/phone-text.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { civilDateOf, dayText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import type { FollowUpRow } from '../follow-ups.server.ts'
import { useWords } from '../words.ts'
import { Due } from './follow-up-table.tsx'

/** What was promised to whom, in whose words, and how to reach them. */
export function FollowUpFacts({ followUp, today }: { followUp: FollowUpRow & { numbers: Dialable[] }; today: string }) {
  const words = useWords()
  const language = useLanguage()
  const zone = useTimeZone()
  const day = (at: string) => dayText(civilDateOf(at, zone), today, language)
  const items = [
    {
      term: words.promise,
      value: <Promised followUp={followUp} by={words.promisedBy(followUp.promisedBy, day(followUp.promisedAt))} />,
    },
    { term: words.due, value: <Due row={followUp} today={today} /> },
    { term: words.owner, value: followUp.ownerName },
    { term: words.address, value: [streetLine(followUp), cityLine(followUp)].filter(Boolean).join(', ') },
    { term: words.phone, value: <Numbers numbers={followUp.numbers} /> },
  ]
  if (followUp.campaignName) items.push({ term: words.campaign, value: followUp.campaignName })
  if (followUp.closedAt)
    items.push({ term: words.closed, value: words.closedBy(followUp.closedBy ?? '', day(followUp.closedAt)) })
  if (followUp.result)
    items.push({ term: words.result, value: <p className="wrap-anywhere whitespace-pre-line">{followUp.result}</p> })
  return <DefinitionList items={items} />
}

function Promised({ followUp, by }: { followUp: FollowUpRow; by: string }) {
  const words = useWords()
  return (
    <>
      <p className="font-bold">{words.kinds[followUp.kind]}</p>
      <p className="text-lg wrap-anywhere whitespace-pre-line">{followUp.promise}</p>
      <p className="text-sm text-ink-soft">{by}</p>
    </>
  )
}

function Numbers({ numbers }: { numbers: Dialable[] }) {
  const words = useWords()
  if (numbers.length === 0) return words.noNumber
  return (
    <ul className="flex flex-col gap-1">
      {numbers.map(({ e164, text }) => (
        <li key={e164} className="text-lg">
          <PhoneLink number={e164} text={text} />
        </li>
      ))}
    </ul>
  )
}
