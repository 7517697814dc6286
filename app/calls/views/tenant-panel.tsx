import type { ReactNode } from 'react'
import { outcomeRule } from '#app/conversations/outcomes.ts'
import { useWords as useConversationWords } from '#app/conversations/words.ts'
import { headingName, spokenName } from '#app/tenants/names.ts'
import { HomeWarnings } from '#app/tenants/views/home-warnings.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { DueText, MomentText } from '#app/ui/date-text.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import type { CallDetails, EarlierConversation, OpenPromise } from '../call-details.ts'
import { useWords } from '../words.ts'
import { Numbers } from './numbers.tsx'

type Props = { callDetails: CallDetails; now: string; today: string; used: string; onUse: (number: string) => void }

/** Who to ask for, how to say it, which number, and what to know before dialling. */
export function TenantPanel({ callDetails, now, today, used, onUse }: Props) {
  const words = useWords().call
  const { campaign, attention } = callDetails
  return (
    <section aria-label={words.who} className="flex min-w-0 flex-col gap-5">
      <Heading callDetails={callDetails} />
      <HomeWarnings warnings={callDetails.warnings} />
      {attention && (
        <Banner tone="attention" title={words.attention}>
          {attention}
        </Banner>
      )}
      <Struck callDetails={callDetails} />
      <Numbers numbers={callDetails.numbers} used={used} onUse={onUse} />
      <dl className="flex flex-col gap-3">
        <Fact term={words.why}>{campaign.reason}</Fact>
        {callDetails.appointmentAt && (
          <Fact term={words.again}>
            <MomentText at={callDetails.appointmentAt} now={now} />
          </Fact>
        )}
        <Fact term={words.lives}>
          <Lives callDetails={callDetails} />
        </Fact>
        {callDetails.others.length > 0 && <Fact term={words.others}>{callDetails.others.join(', ')}</Fact>}
        {callDetails.promises.length > 0 && (
          <Fact term={words.promises}>
            <Promised promises={callDetails.promises} today={today} />
          </Fact>
        )}
      </dl>
      <Earlier callDetails={callDetails} now={now} />
    </section>
  )
}

function Heading({ callDetails: { tenant, address } }: { callDetails: CallDetails }) {
  const words = useWords().call
  const language = useLanguage()
  return (
    <div>
      <h1 className="text-2xl">
        {headingName(tenant, language)}
        {tenant.age !== null && <span className="font-normal text-ink-soft">, {words.yearsOld(tenant.age)}</span>}
      </h1>
      <p>
        <span className="text-ink-soft">{words.askFor}</span> “{spokenName(tenant, language)}”
      </p>
      <address className="mt-1 text-ink-soft not-italic">{address.join(', ')}</address>
    </div>
  )
}

/** A number that proved wrong just now: what it was, and which one comes next. */
function Struck({ callDetails: { attempts, numbers } }: { callDetails: CallDetails }) {
  const words = useWords()
  const struck = attempts.filter(({ outcome, numberText }) => numberText && outcomeRule(outcome).strikes)
  const next = numbers[0]
  if (struck.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      {next && attempts[0] === struck[0] && <Banner isLive title={words.call.tryNumber[next.kind]} />}
      <ul className="text-ink-soft">
        {struck.map(({ at, outcome, numberText }) => (
          <li key={at}>
            <s className="tabular">{numberText}</s> {words.outcomes[outcome].toLocaleLowerCase('nl')}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Lives({ callDetails: { tenant } }: { callDetails: CallDetails }) {
  const words = useWords().call
  const { householdSize, livesHereSince } = tenant
  return (
    <>
      {livesHereSince ? words.since(livesHereSince.slice(0, 4)) : words.sinceUnknown}
      {householdSize !== null && `, ${householdSize === 1 ? words.alone : words.household(householdSize)}`}
    </>
  )
}

function Promised({ promises, today }: { promises: OpenPromise[]; today: string }) {
  const words = useWords().call
  return (
    <ul className="flex flex-col gap-1">
      {promises.map((promise) => (
        <li key={promise.id}>
          {words.add[promise.kind]}: {promise.promise}{' '}
          <span className="text-ink-soft">
            ({promise.owner}, <DueText dueOn={promise.dueOn} today={today} />)
          </span>
        </li>
      ))}
    </ul>
  )
}

function Earlier({ callDetails: { earlier, attempts }, now }: { callDetails: CallDetails; now: string }) {
  const words = useWords()
  const spoken = earlier.length === 0 ? <p className="text-ink-soft">{words.call.noEarlier}</p> : null
  return (
    <div className="flex flex-col gap-2">
      {spoken}
      {earlier.length > 0 && (
        <details>
          <summary className="target flex items-center font-bold text-accent">
            {words.call.earlierCount(earlier.length)}
          </summary>
          <ul className="flex flex-col gap-3 pb-2">
            {earlier.map((conversation) => (
              <PastConversation key={conversation.id} conversation={conversation} now={now} />
            ))}
          </ul>
        </details>
      )}
      {attempts.length > 0 && (
        <ul className="text-sm text-ink-soft">
          {attempts.map((attempt) => (
            <li key={attempt.at}>
              <MomentText at={attempt.at} now={now} />: {words.outcomes[attempt.outcome].toLocaleLowerCase('nl')}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function PastConversation({ conversation, now }: { conversation: EarlierConversation; now: string }) {
  const words = useWords()
  const names = useConversationWords()
  const about = conversation.topics.map((topic) => names.topics[topic]).join(', ')
  return (
    <li className="border-l-2 border-line pl-3">
      <p className="text-sm text-ink-soft">
        <MomentText at={conversation.at} now={now} />, {conversation.by}
        {conversation.wellbeing && `, ${names.wellbeings[conversation.wellbeing].toLocaleLowerCase('nl')}`}
      </p>
      {about && <p className="text-sm">{about}</p>}
      {conversation.spokeWith && <p>{names.spokenTo(conversation.spokeWith)}</p>}
      {conversation.language && <p>{names.speaks(conversation.language)}</p>}
      <p className="whitespace-pre-wrap">{conversation.note || words.call.noNote}</p>
    </li>
  )
}
