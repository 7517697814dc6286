import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { Section } from '#app/ui/page.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { useWords } from '../words.ts'
import { StepForm } from './step-form.tsx'

type Props = Pick<ContactLoaded, 'contact' | 'crisisNumbers'> & { path: string }

/** On every screen of the chat line: whom to ring when somebody is not well. */
export function CrisisBox({ contact, crisisNumbers, path }: Props) {
  const { crisis } = useWords()
  return (
    <section aria-labelledby="crisis" className="flex flex-col gap-3 rounded-lg border border-line-strong p-4">
      <h2 id="crisis" className="text-xl">
        {crisis.title}
      </h2>
      <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {crisisNumbers.map(({ key, number, text }) => (
          <NumberRow key={key} number={number} text={text}>
            {sentenceOf(crisis, key, '')}
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
