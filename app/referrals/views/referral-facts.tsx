import { cityLine } from '#app/tenants/addressee.ts'
import { streetLine } from '#app/tenants/names.ts'
import type { Dialable } from '#app/tenants/phone-text.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { civilDateOf, dayText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Stack } from '#app/ui/page.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import type { ReferralFound } from '../referrals.server.ts'
import { useWords } from '../words.ts'
import { ReferralStatus } from './referral-table.tsx'

/** What was asked of whom, how it went, and how to reach the agency. */
export function ReferralFacts({ referral, today }: { referral: ReferralFound; today: string }) {
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

/** The steps that were taken, each with its day, who took it and what was said. */
function useCourse(referral: ReferralFound, today: string) {
  const words = useWords()
  const language = useLanguage()
  const zone = useTimeZone()
  const day = (at: string) => dayText(civilDateOf(at, zone), today, language)
  const taken = (at: string, by: string) => (by ? words.takenBy(day(at), by) : day(at))
  const { sentAt, sentBy, sentHow, passedOn, acceptedAt, acceptedBy, endedAt, endedBy, notices } = referral
  return [
    { term: words.proposedOn, value: words.promisedBy(referral.promisedBy, day(referral.createdAt)) },
    { term: words.consentOn, value: day(referral.consentedAt) },
    ...(sentAt ? [{ term: words.sentOn, value: taken(sentAt, sentBy) }] : []),
    ...(sentAt && passedOn
      ? [{ term: words.passOn.what, value: <Said how={sentHow && words.ways[sentHow]} text={passedOn} /> }]
      : []),
    ...(acceptedAt ? [{ term: words.acceptedOn, value: taken(acceptedAt, acceptedBy) }] : []),
    ...(endedAt ? [{ term: words.endedOn, value: taken(endedAt, endedBy) }] : []),
    ...(notices.length > 0 ? [{ term: words.toldOn, value: <Notices notices={notices} taken={taken} /> }] : []),
  ]
}

const Said = ({ how, text }: { how: string | null; text: string }) => (
  <>
    {how && <span className="block">{how}</span>}
    <span className="block wrap-anywhere">{text}</span>
  </>
)

type NoticesProps = Pick<ReferralFound, 'notices'> & { taken: (at: string, by: string) => string }

const Notices = ({ notices, taken }: NoticesProps) => (
  <ul className="flex flex-col gap-1">
    {notices.map(({ id, at, by, text }) => (
      <li key={id}>
        {taken(at, by)}
        {text && <span className="block wrap-anywhere">{text}</span>}
      </li>
    ))}
  </ul>
)

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

function Agency({ referral }: { referral: ReferralFound }) {
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
