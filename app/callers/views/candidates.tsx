import { Form } from '@remix-run/react'
import { placeLine } from '#app/tenants/addressee.ts'
import { writtenName } from '#app/tenants/names.ts'
import { NotCallable } from '#app/tenants/views/tenant-cell.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { type Choice, RadioCards } from '#app/ui/choice.tsx'
import { dateText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { homeValue, tenantValue } from '../caller-choice.ts'
import type { CallerMatch } from '../caller-match.ts'
import type { FoundHome } from '../search-callers.server.ts'
import { useWords } from '../words.ts'

type Props = {
  /** Where the choice is posted. */
  action: string
  /** The field it is posted in: two lists may stand on one page. */
  name: string
  label: string
  people: CallerMatch[]
  homes?: FoundHome[]
  isOfNumber?: boolean
  hasNumberKeys?: boolean
}

/** Who it may be: nobody is ticked until an operator does. */
export function Candidates({ action, name, label, people, homes = [], isOfNumber = false, hasNumberKeys }: Props) {
  const words = useWords()
  const language = useLanguage()
  const options: Choice[] = [
    ...people.map((caller) => ({
      value: tenantValue(caller.tenantId),
      label: writtenName(caller, language),
      hint: <AboutCaller caller={caller} isOfNumber={isOfNumber} />,
    })),
    ...homes.map((home) => ({ value: homeValue(home.id), label: placeLine(home), hint: words.emptyHome })),
  ]
  return (
    <Form method="post" action={action} noValidate preventScrollReset className="flex flex-col items-start gap-3">
      <div className="w-full">
        <RadioCards name={name} label={label} options={options} hasNumberKeys={hasNumberKeys} />
      </div>
      <Button type="submit">{words.isCaller}</Button>
    </Form>
  )
}

function AboutCaller({ caller, isOfNumber }: { caller: CallerMatch; isOfNumber: boolean }) {
  const words = useWords()
  const { birthOn, home, attention, numberIs, wantsCalls } = caller
  return (
    <span className="flex flex-col items-start gap-1">
      <span>
        {[birthOn ? words.born(dateText(birthOn)) : words.noBirthDate, words.number(caller.number)].join(' · ')}
      </span>
      <span>{home ? placeLine(home) : words.noAddress}</span>
      {isOfNumber && <span>{numberIs ? words.numberIs[numberIs] : words.sameHome}</span>}
      {attention && <Badge tone="attention">{attention}</Badge>}
      <Speaks language={caller.language} />
      <NotCallable tenant={caller} />
      {wantsCalls && <span>{words.wantsCalls}</span>}
    </span>
  )
}

/** Only when it is not the language of the house. */
export function Speaks({ language }: { language: string | null }) {
  const words = useWords()
  const name = useLanguageName(language)
  return name && <Badge tone="attention">{words.speaks(name)}</Badge>
}

function useLanguageName(code: string | null): string | null {
  const language = useLanguage()
  if (!code || code === 'nl') return null
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code
}
