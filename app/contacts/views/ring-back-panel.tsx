import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { nextTryAt } from '../call-back.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { useWords } from '../words.ts'
import { StepForm } from './step-form.tsx'

type Props = {
  contact: ContactLoaded['contact']
  path: string
  isDisabled: boolean
  onNotReached: () => void
}

/** Whom to ring, and what came of it. */
export function RingBackPanel({ contact, path, isDisabled, onNotReached }: Props) {
  const { ringBack: words } = useWords()
  if (contact.state !== 'call-back') return null
  if (!contact.number)
    return (
      <Banner tone="attention" title={words.title}>
        {words.noNumber}
      </Banner>
    )
  const mayTryAgain = nextTryAt(contact.tries + 1, new Date(0)) !== null
  return (
    <Banner title={words.title}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="text-2xl">
          <PhoneLink number={contact.number.e164} text={contact.number.text} />
        </span>
        <StepForm path={path} step="reached" fence={contact.fence}>
          {({ isBusy }) => (
            <Button type="submit" isPending={isBusy}>
              {words.reached}
            </Button>
          )}
        </StepForm>
        {mayTryAgain && (
          <Button disabled={isDisabled} onClick={onNotReached}>
            {words.notReached}
          </Button>
        )}
      </div>
      {!mayTryAgain && <p className="mt-2">{words.enough}</p>}
    </Banner>
  )
}
