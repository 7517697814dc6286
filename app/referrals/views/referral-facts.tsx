import { cityLine } from '#app/tenants/addressee.ts'
import { streetLine } from '#app/tenants/names.ts'
import type { Dialable } from '#app/tenants/phone-text.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { civilDateOf, dayText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Stack } from '#app/ui/page.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import type { ReferralRow } from '../referrals.server.ts'
import { useWords } from '../words.ts'
import { ReferralStatus } from './referral-table.tsx'

/** What was asked of whom, how it went, and how to reach the agency. */
export function ReferralFacts({ referral, today }: { referral: ReferralRow & { numbers: Dialable[] }; today: string }) {
  const words = useWords()
  const question = <p className="text-lg wrap-anywhere whitespace-pre-line">{referral.question}</p>
  const items = [
    { term: words.question, value: question },
    { term: words.status, value: <ReferralStatus referral={referral} today={today} /> },
    { term: words.agency, value: <Agency referral={referral} /> },
    { term: words.tenantPhone, value: <Numbers numbers={referral.numbers} /> },
    { term: words.owner, value: referral.ownerName },
    { term: words.address, value: [streetLine(referral), cityLine(referral)].filter(Boolean).join(', ') },
    ...(referral.campaignName ? [{ term: words.campaign, value: referral.campaignName }] : []),
    ...useCourse(referral, today),
  ]
  return <DefinitionList items={items} />
}

/** The steps that were taken, each with its day. */
function useCourse(referral: ReferralRow, today: string) {
  const words = useWords()
  const language = useLanguage()
  const zone = useTimeZone()
  const day = (at: string) => dayText(civilDateOf(at, zone), today, language)
  const steps: [string, string | null][] = [
    [words.consentOn, referral.consentedAt],
    [words.sentOn, referral.sentAt],
    [words.acceptedOn, referral.acceptedAt],
    [words.endedOn, referral.endedAt],
    [words.toldOn, referral.tenantToldAt],
  ]
  const proposed = { term: words.proposedOn, value: words.promisedBy(referral.promisedBy, day(referral.createdAt)) }
  return [proposed, ...steps.flatMap(([term, at]) => (at ? [{ term, value: day(at) }] : []))]
}

/** Whom to tell how it went. */
function Numbers({ numbers }: { numbers: Dialable[] }) {
  const words = useWords()
  if (numbers.length === 0) return words.noNumber
  return (
    <ul className="flex flex-col gap-1">
      {numbers.map(({ e164, text }) => (
        <li key={e164}>
          <PhoneLink number={e164} text={text} />
        </li>
      ))}
    </ul>
  )
}

function Agency({ referral }: { referral: ReferralRow }) {
  const words = useWords()
  const { agencyName, agencyPhone, agencyEmail } = referral
  return (
    <Stack gap="tight">
      <span>{agencyName}</span>
      {agencyPhone && <PhoneLink number={agencyPhone} />}
      {agencyEmail && (
        <a href={`mailto:${agencyEmail}`} className="wrap-anywhere text-accent underline underline-offset-4">
          {agencyEmail}
        </a>
      )}
      {!agencyPhone && !agencyEmail && <span className="text-ink-soft">{words.noContact}</span>}
    </Stack>
  )
}
