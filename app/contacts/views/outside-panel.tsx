import type { ShownRun } from '#app/triage/shown-run.ts'
import { Button } from '#app/ui/button.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { useJudgingWords } from '../judging-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { useNow } from './desk-live.tsx'
import { CountDown } from './queue-clock.tsx'
import { StageHeading } from './stage-heading.tsx'
import { StepForm } from './step-form.tsx'

type Props = { contact: ContactLoaded['contact']; path: string; formId: string; run: ShownRun }

const enoughTries = 3

/** They went outside and are rung there: nothing else counts until they are on the phone. */
export function OutsidePanel({ contact, path, formId }: Props) {
  const {
    outside: words,
    question: { keys },
  } = useJudgingWords()
  const { number, dueAt, tries, fence } = contact
  const now = useNow()
  const isDue = dueAt === null || new Date(dueAt).getTime() <= now
  return (
    <section
      aria-label={words.now}
      className="flex max-w-4xl flex-col gap-4 rounded-lg border-2 border-danger bg-surface p-4 sm:p-8"
    >
      <StageHeading isLarge>{isDue ? words.now : words.soon}</StageHeading>
      {dueAt && !isDue && (
        <p className="tabular text-2xl">
          {words.in} <CountDown until={new Date(dueAt).toISOString()} />
        </p>
      )}
      <p className="text-3xl">{number ? <PhoneLink number={number.e164} text={number.text} /> : words.noNumber}</p>
      {tries >= enoughTries && <p className="font-bold text-danger-text">{words.enough}</p>}
      <div className="flex flex-wrap items-start gap-3">
        <StepForm path={path} step="outside-reached" fence={fence}>
          {({ isBusy }) => (
            <Button type="submit" variant="primary" keys={keys.yes} isPending={isBusy}>
              {words.reached}
            </Button>
          )}
        </StepForm>
        <Button type="submit" form={formId} formAction={`${path}/outside-missed`} keys={keys.no}>
          {words.missed}
        </Button>
        <span className="self-center text-ink-soft">{words.again}</span>
      </div>
    </section>
  )
}
