import { Form } from '@remix-run/react'
import { HomeWarnings } from '#app/tenants/views/home-warnings.tsx'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { choiceFields } from '../caller-choice.ts'
import type { Recognition } from '../caller-match.ts'
import type { OpenRound } from '../home-details.server.ts'
import type { LoadedCaller } from '../load-caller.server.ts'
import type { FoundCallers } from '../search-callers.server.ts'
import { useWords } from '../words.ts'
import { Candidates } from './candidates.tsx'
import { SettledCaller } from './settled-caller.tsx'

type Props = {
  caller: LoadedCaller
  /** Where a choice is posted (`readCallerChoice`), and what is looked for (field `q`). */
  action: string
  /** Where the home of an open round is posted (field `targetId`) once whoever rings was spoken to. */
  roundAction?: string
  /** 1 to 9 tick whoever stands there. */
  hasNumberKeys?: boolean
}

/** Who is calling: what the number tells, a search, and whom the operator ticked. */
export function CallerPanel({ caller, action, roundAction, hasNumberKeys }: Props) {
  const words = useWords()
  const { recognition, found, chosen, home, isSettled } = caller
  return (
    <Section title={words.title} isPanel>
      <div className="flex flex-col gap-4">
        {isSettled ? (
          <SettledCaller action={action} chosen={chosen} home={home} />
        ) : (
          <>
            {recognition && <Recognised recognition={recognition} />}
            {home && <HomeWarnings warnings={home.warnings} />}
            {recognition && 'people' in recognition && (
              <ByNumber recognition={recognition} action={action} hasNumberKeys={hasNumberKeys && !found} />
            )}
            <SearchCallers action={action} query={caller.query} />
            {found && <Found found={found} action={action} hasNumberKeys={hasNumberKeys} />}
            <Nameless action={action} />
          </>
        )}
        {home?.rounds.map((round) => (
          <OpenRoundOf key={round.targetId} round={round} action={isSettled ? roundAction : undefined} />
        ))}
      </div>
    </Section>
  )
}

/** Nobody has to ring them any more for this round: they are on the line. */
function OpenRoundOf({ round: { targetId, name }, action }: { round: OpenRound; action?: string }) {
  const words = useWords()
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p>{words.round(name)}</p>
      {action && (
        <Form method="post" action={action} noValidate preventScrollReset>
          <input type="hidden" name="targetId" value={targetId} />
          <Button type="submit" aria-label={`${words.spoken}: ${name}`}>
            {words.spoken}
          </Button>
        </Form>
      )}
    </div>
  )
}

const tones: Record<Recognition['is'], Tone> = {
  certain: 'done',
  possible: 'waiting',
  new: 'neutral',
  hidden: 'neutral',
}

/** The word alone, for a row of the queue. */
export function RecognitionBadge({ is }: { is: Recognition['is'] }) {
  const words = useWords()
  return <Badge tone={tones[is]}>{words.levels[is]}</Badge>
}

function Recognised({ recognition: { is } }: { recognition: Recognition }) {
  const words = useWords()
  return (
    <div className="flex flex-col items-start gap-1">
      <RecognitionBadge is={is} />
      <p>{words.leads[is]}</p>
    </div>
  )
}

type ByNumberProps = {
  recognition: Recognition & { is: 'certain' | 'possible' }
  action: string
  hasNumberKeys?: boolean
}

function ByNumber({ recognition: { people, more }, action, hasNumberKeys }: ByNumberProps) {
  const words = useWords()
  return (
    <>
      <Candidates
        action={action}
        name={choiceFields.recognised}
        label={words.who}
        people={people}
        isOfNumber
        hasNumberKeys={hasNumberKeys}
      />
      <More count={more} />
    </>
  )
}

function More({ count }: { count: number }) {
  const words = useWords()
  const language = useLanguage()
  return count > 0 && <p className="text-ink-soft">{words.search.more(numberText(count, language))}</p>
}

/** Posted: a name or a number does not belong in an address. */
function SearchCallers({ action, query }: { action: string; query: string }) {
  const { search } = useWords()
  return (
    <Form method="post" action={action} noValidate preventScrollReset className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1 basis-52">
        <TextField
          key={query}
          name="q"
          type="search"
          label={search.label}
          hint={search.hint}
          defaultValue={query}
          autoComplete="off"
          maxLength={200}
        />
      </div>
      <Button type="submit" icon="search">
        {search.submit}
      </Button>
    </Form>
  )
}

function Found({ found, action, hasNumberKeys }: { found: FoundCallers; action: string; hasNumberKeys?: boolean }) {
  const words = useWords()
  const { people, homes, more } = found
  if (people.length + homes.length === 0)
    return <EmptyState title={words.search.none}>{words.search.noneLead}</EmptyState>
  return (
    <>
      <Candidates
        action={action}
        name={choiceFields.found}
        label={words.found}
        people={people}
        homes={homes}
        hasNumberKeys={hasNumberKeys}
      />
      <More count={more} />
    </>
  )
}

function Nameless({ action }: { action: string }) {
  const words = useWords()
  return (
    <Form method="post" action={action} noValidate preventScrollReset className="flex flex-wrap gap-3">
      <Button type="submit" variant="plain" name={choiceFields.recognised} value="not-a-tenant">
        {words.notATenant}
      </Button>
      <Button type="submit" variant="plain" name={choiceFields.recognised} value="no-name">
        {words.noName}
      </Button>
    </Form>
  )
}
