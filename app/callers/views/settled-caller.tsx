import { Form } from '@remix-run/react'
import { cityLine, placeLine } from '#app/tenants/addressee.ts'
import { headingName, streetLine, writtenName } from '#app/tenants/names.ts'
import { HomeWarnings } from '#app/tenants/views/home-warnings.tsx'
import { NotCallable } from '#app/tenants/views/tenant-cell.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { type Definition, DefinitionList } from '#app/ui/definition-list.tsx'
import { dateText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { choiceFields } from '../caller-choice.ts'
import type { CallerMatch } from '../caller-match.ts'
import type { HomeDetails } from '../home-details.server.ts'
import { useWords } from '../words.ts'
import { Speaks } from './candidates.tsx'

type Props = { action: string; chosen: CallerMatch | null; home: HomeDetails | null }

/** Whom the operator ticked, with what to ask, and the way back. */
export function SettledCaller({ action, chosen, home }: Props) {
  const words = useWords()
  const language = useLanguage()
  return (
    <>
      <h3 className="text-2xl">{chosen ? headingName(chosen, language) : home && placeLine(home)}</h3>
      {chosen && <SpeakingTo caller={chosen} />}
      {home && <HomeWarnings warnings={home.warnings} />}
      <DefinitionList items={useFacts(chosen, home)} />
      <Form method="post" action={action} noValidate preventScrollReset>
        <Button type="submit" name={choiceFields.recognised} value="undone">
          {words.undo}
        </Button>
      </Form>
    </>
  )
}

/** How to speak with somebody: big, and before anything else. */
function SpeakingTo({ caller }: { caller: CallerMatch }) {
  const words = useWords()
  return (
    <>
      {caller.attention && (
        <Banner tone="attention" title={words.attention}>
          <span className="text-xl">{caller.attention}</span>
        </Banner>
      )}
      <div className="flex flex-wrap gap-2 empty:hidden">
        <Speaks language={caller.language} />
        <NotCallable tenant={caller} />
      </div>
      {caller.wantsCalls && <p>{words.wantsCalls}</p>}
    </>
  )
}

function useFacts(chosen: CallerMatch | null, home: HomeDetails | null): Definition[] {
  const words = useWords()
  const language = useLanguage()
  const others = home?.people.filter(({ tenantId }) => tenantId !== chosen?.tenantId) ?? []
  const facts: (Definition | null)[] = [
    chosen && {
      term: words.identity,
      value: [
        chosen.birthOn ? words.born(dateText(chosen.birthOn)) : words.noBirthDate,
        words.number(chosen.number),
      ].join(' · '),
    },
    chosen && chosen.phones.length > 0
      ? {
          term: words.phones,
          value: (
            <span className="flex flex-wrap gap-x-4">
              {chosen.phones.map(({ e164, text }) => (
                <PhoneLink key={e164} number={e164} text={text} />
              ))}
            </span>
          ),
        }
      : null,
    home && {
      term: words.home,
      value: [streetLine(home), cityLine(home), home.complex && words.complex(home.complex)].filter(Boolean).join(', '),
    },
    chosen?.tenancyEnd ? { term: words.tenancy, value: words.tenancyEnds(dateText(chosen.tenancyEnd)) } : null,
    home && (others.length > 0 || !chosen)
      ? {
          term: words.livesThere,
          value: others.map((one) => writtenName(one, language)).join(', ') || words.nobodyThere,
        }
      : null,
  ]
  return facts.filter((fact) => fact !== null)
}
