import { spoken } from '#app/triage/read-back.ts'
import { SpokenText } from '#app/triage/views/spoken-text.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button, type ButtonVariant } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { dangerSigns } from '../danger-signs.ts'
import { useJudgingWords } from '../judging-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import type { Judging } from '../load-judging.server.ts'
import { useWords } from '../words.ts'
import { StageHeading } from './stage-heading.tsx'
import { StepForm } from './step-form.tsx'

type Props = { contact: ContactLoaded['contact']; path: string }

/** The one question that comes before all others, and nothing beside it. */
export function DangerScreen(props: Props) {
  const { danger } = useJudgingWords()
  return (
    <section
      aria-label={danger.question}
      className="flex max-w-4xl flex-col gap-5 rounded-lg border-2 border-danger bg-surface p-4 sm:p-8"
    >
      <StageHeading isLarge>{danger.question}</StageHeading>
      <DangerAnswers {...props} hasKeys />
    </section>
  )
}

const grid = 'grid gap-2 sm:grid-cols-2 [&>button]:min-h-14 [&>button]:justify-between [&>button]:text-lg'

function DangerAnswers({ contact, path, hasKeys }: Props & { hasKeys?: boolean }) {
  const { danger } = useJudgingWords()
  return (
    <StepForm path={path} step="danger" fence={contact.fence}>
      {({ isBusy }) => {
        const button = { isBusy, hasKeys }
        return (
          <>
            <div className={grid}>
              {dangerSigns.map((sign, index) => (
                <Answer key={sign} {...button} value={sign} keyed={String(index + 1)}>
                  {danger.signs[sign]}
                </Answer>
              ))}
            </div>
            <div className={grid}>
              <Answer {...button} value="no" keyed={danger.keys.no} variant={hasKeys ? 'primary' : 'quiet'}>
                {danger.no}
              </Answer>
              <Answer {...button} value="unknown" keyed={danger.keys.unknown}>
                {`${danger.unknown} (${danger.unknownHint})`}
              </Answer>
            </div>
          </>
        )
      }}
    </StepForm>
  )
}

type AnswerProps = {
  value: string
  keyed: string
  hasKeys: boolean | undefined
  isBusy: boolean
  variant?: ButtonVariant
  children: string
}

const Answer = ({ value, keyed, hasKeys, isBusy, variant, children }: AnswerProps) => (
  <Button
    type="submit"
    name="danger"
    value={value}
    isWide
    variant={variant}
    keys={hasKeys ? keyed : undefined}
    aria-disabled={isBusy || undefined}
  >
    {children}
  </Button>
)

/** `isSaid`: they went on to the questions. `isJudged`: what to say stands with the verdict. */
type BarProps = Props & Pick<Judging, 'dangerWords'> & { isSaid: boolean; isJudged: boolean }

/** What was answered, in one line; it can be asked anew. When it was not "no", what to say stands open until they go on. */
export function DangerBar({ contact, dangerWords, isSaid, isJudged, path }: BarProps) {
  const { danger } = useJudgingWords()
  const said = useSaid(contact)
  const answers = <DangerAnswers contact={contact} path={path} />
  if (!contact.isDanger || isJudged)
    return <Disclosure label={`${said} · ${danger.again.toLowerCase()}`}>{answers}</Disclosure>
  const again = <Disclosure label={danger.again}>{answers}</Disclosure>
  const words = <DangerWords contact={contact} dangerWords={dangerWords} />
  if (isSaid)
    return (
      <Disclosure label={<span className="text-danger-text">{`${said}. ${danger.now}`}</span>}>
        {words}
        {again}
      </Disclosure>
    )
  return (
    <div className="flex basis-full flex-col gap-2">
      <Banner tone="danger" isLive title={`${said}. ${danger.now}`}>
        {words}
      </Banner>
      {again}
    </div>
  )
}

function useSaid({ isDanger, dangerSign }: Props['contact']): string {
  const { danger } = useJudgingWords()
  if (!isDanger) return danger.isNot
  return dangerSign ? `${danger.is}: ${danger.signs[dangerSign].toLowerCase()}` : danger.isUnknown
}

function DangerWords({ contact: { dangerSign }, dangerWords }: Pick<BarProps, 'contact' | 'dangerWords'>) {
  const { danger } = useJudgingWords()
  const general = useWords().danger.say
  return (
    <ul className="list-disc pl-5 text-lg">
      {dangerSign === 'hurt' && <li>{danger.hurtFirst}</li>}
      {dangerWords.length > 0
        ? dangerWords.map((line) => (
            <li key={spoken(line)}>
              <SpokenText parts={line} />
            </li>
          ))
        : dangerSign !== 'hurt' && general.map((line) => <li key={line}>{line}</li>)}
    </ul>
  )
}
