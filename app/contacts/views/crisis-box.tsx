import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/page.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { crisisNumbers } from '../crisis-numbers.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { useWords } from '../words.ts'
import { StepForm } from './step-form.tsx'

type Props = { contact: ContactLoaded['contact']; path: string }

/** On every screen of the chat line: whom to ring when somebody is not well. */
export function CrisisBox({ contact, path }: Props) {
  const { crisis } = useWords()
  return (
    <section aria-labelledby="crisis" className="flex flex-col gap-3 rounded-lg border border-line-strong p-4">
      <h2 id="crisis" className="text-xl">
        {crisis.title}
      </h2>
      <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {crisisNumbers.map(({ code, number, text }) => (
          <NumberRow key={code} number={number} text={text}>
            {crisis[code]}
          </NumberRow>
        ))}
        <UrgentRows numbers={contact.urgentNumbers} />
      </ul>
      {contact.isMine && contact.urgency > 0 && (
        <StepForm path={path} step="danger" fence={contact.fence}>
          {() => (
            <div>
              <Button type="submit" name="danger" value="yes" variant="danger">
                {crisis.danger}
              </Button>
            </div>
          )}
        </StepForm>
      )}
    </section>
  )
}

const NumberRow = ({ number, text, children }: { number: string; text: string; children: ReactNode }) => (
  <li className="flex flex-wrap items-baseline justify-between gap-x-3">
    <span>{children}</span>
    <PhoneLink number={number} text={text} />
  </li>
)

/** Those of the corporation, in its own order. */
const UrgentRows = ({ numbers }: { numbers: ContactLoaded['contact']['urgentNumbers'] }) =>
  numbers.map(({ id, name, ringWhen, phone }) => (
    <NumberRow key={id} number={phone.e164} text={phone.text}>
      {name}
      {ringWhen && <span className="text-ink-soft"> {ringWhen}</span>}
    </NumberRow>
  ))

/** Whom the corporation wants to be rung, on a line that has no box for a crisis. */
export function UrgentNumbers({ numbers }: { numbers: ContactLoaded['contact']['urgentNumbers'] }) {
  const words = useWords()
  if (numbers.length === 0) return null
  return (
    <Section title={words.urgentNumbers} isPanel>
      <ul className="flex flex-col gap-2">
        <UrgentRows numbers={numbers} />
      </ul>
    </Section>
  )
}
