import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { dangerAnswers } from '../record-choices.ts'
import { useWords } from '../words.ts'
import { StepForm } from './step-form.tsx'

type Props = { contact: ContactLoaded['contact']; path: string }

/** The one question that comes before all others, and what to say when the answer is not "no". */
export function DangerQuestion({ contact, path }: Props) {
  const { danger } = useWords()
  const { isDanger, fence } = contact
  return (
    <section aria-labelledby="danger" className="flex flex-col gap-3 rounded-lg border-2 border-danger p-4">
      <div>
        <h2 id="danger" className="text-2xl">
          {danger.question}
        </h2>
        <p>{danger.hint}</p>
      </div>
      <StepForm path={path} step="danger" fence={fence}>
        {({ isBusy }) => (
          <div className="flex flex-wrap items-center gap-3">
            {dangerAnswers.map((answer) => (
              <Button
                key={answer}
                type="submit"
                name="danger"
                value={answer}
                variant={answer === 'yes' ? 'danger' : 'quiet'}
                keys={danger.keys[answer]}
                keysLabel={`${danger.question} ${danger.answers[answer]}`}
                aria-disabled={isBusy || undefined}
              >
                {danger.answers[answer]}
              </Button>
            ))}
            {isDanger === false && <Badge tone="done">{danger.notNow}</Badge>}
          </div>
        )}
      </StepForm>
      {isDanger && <SayNow />}
    </section>
  )
}

function SayNow() {
  const { danger } = useWords()
  return (
    <Banner tone="danger" isLive title={danger.now}>
      <ul className="list-disc pl-5">
        {danger.say.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Banner>
  )
}
