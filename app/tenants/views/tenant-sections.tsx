import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { OpenPromise } from '#app/follow-ups/list-open-promises.server.ts'
import { DateText, DueText } from '#app/ui/date-text.tsx'
import { type Definition, DefinitionList } from '#app/ui/definition-list.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { streetLine } from '../names.ts'
import type { Dialable } from '../phone-text.server.ts'
import type { Circumstances, TenantProfile } from '../tenant.server.ts'
import { useWords } from '../words.ts'

export type Phone = Dialable & { isStruck: boolean; isToDial: boolean }

export function ContactSection({ tenant, phones }: { tenant: TenantProfile; phones: Phone[] }) {
  const words = useWords()
  const { home } = tenant
  const items: Definition[] = [
    { term: words.phone, value: phones.length > 0 ? <Phones phones={phones} /> : words.noPhone },
    { term: words.email, value: tenant.email ?? words.noEmail },
  ]
  if (home)
    items.push({
      term: words.address,
      value: [streetLine(home), [home.postcode, home.city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    })
  if (tenant.birthOn) items.push({ term: words.born, value: <DateText on={tenant.birthOn} /> })
  if (tenant.tenancyStartedOn)
    items.push({ term: words.livesHereSince, value: <DateText on={tenant.tenancyStartedOn} /> })
  if (tenant.householdSize !== null) items.push({ term: words.household, value: tenant.householdSize })
  return (
    <Section title={words.contact} isPanel>
      <DefinitionList items={items} />
    </Section>
  )
}

function Phones({ phones }: { phones: Phone[] }) {
  const words = useWords()
  return (
    <ul>
      {phones.map(({ e164, text, isStruck, isToDial }) => (
        <li key={e164}>
          {isStruck && (
            <span>
              <s>{text}</s> ({words.struck})
            </span>
          )}
          {isToDial && <PhoneLink number={e164} text={text} />}
          {!isStruck && !isToDial && text}
        </li>
      ))}
    </ul>
  )
}

export function CircumstancesSection({ circumstances }: { circumstances: Circumstances | null }) {
  const words = useWords()
  const language = useLanguage()
  const { arrearsCents, lastArrearsOn, nuisanceReportedOn, nuisanceCausedOn } = circumstances ?? {}
  const items: Definition[] = []
  if (arrearsCents) items.push({ term: words.arrears, value: `€ ${numberText(arrearsCents / 100, language, 2)}` })
  const dated = (term: string, on?: string | null) => on && items.push({ term, value: <DateText on={on} /> })
  dated(words.lastArrears, lastArrearsOn)
  dated(words.nuisanceReported, nuisanceReportedOn)
  dated(words.nuisanceCaused, nuisanceCausedOn)
  return (
    <Section title={words.circumstances} isPanel>
      {items.length > 0 ? <DefinitionList items={items} /> : <p className="text-ink-soft">{words.nothing}</p>}
    </Section>
  )
}

export function PromisesSection({ promises, today }: { promises: OpenPromise[]; today: string }) {
  const words = useWords()
  if (promises.length === 0) return <p className="text-ink-soft">{words.noPromises}</p>
  return (
    <Section title={words.openPromises} isPanel>
      <ul className="flex flex-col gap-3">
        {promises.map(({ id, dueOn, owner, promise }) => (
          <li key={id}>
            <Link to={`/follow-ups/${id}`} className="font-bold text-accent underline underline-offset-4">
              {promise || words.openPromises}
            </Link>
            <Meta>
              <DueText dueOn={dueOn} today={today} /> · {owner}
            </Meta>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Meta = ({ children }: { children: ReactNode }) => <p className="text-sm text-ink-soft">{children}</p>
