import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Section } from '#app/ui/page.tsx'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { freeTextsOf } from '../record-texts.ts'
import { useWords } from '../words.ts'
import { ContactStory } from './contact-story.tsx'
import { UrgentNumbers } from './crisis-box.tsx'
import { KnownContacts } from './known-contacts.tsx'
import { OfferPanel } from './offer-panel.tsx'
import { StepForm } from './step-form.tsx'
import { UrgencyControl } from './urgency-control.tsx'

/** Beside the record: what came with it, what is known already, and what can be done with it. */
export function ContactSide({ contact, caller, otherTexts, colleagues, now, path }: ContactLoaded & { path: string }) {
  const words = useWords()
  const { message, known, lineKind, story } = contact
  return (
    <>
      {message && (
        <Section title={words.head.message} isPanel>
          <p className="whitespace-pre-wrap">{message}</p>
        </Section>
      )}
      {otherTexts.map(({ by, draft }) => (
        <Disclosure key={by} label={words.otherText(by)} isOpen>
          <p className="whitespace-pre-wrap">
            {freeTextsOf(draft.draftFields)
              .map(({ text }) => text)
              .join('\n')}
          </p>
        </Disclosure>
      ))}
      {lineKind === 'chat' && caller?.chosen && (
        <Wish wantsCalls={caller.chosen.wantsCalls} fence={contact.fence} path={path} />
      )}
      <KnownContacts known={known} now={now} />
      {lineKind !== 'chat' && <UrgentNumbers numbers={contact.urgentNumbers} />}
      <UrgencyControl contact={contact} path={path} />
      <OfferPanel contact={contact} colleagues={colleagues} path={path} />
      <ContactStory story={story} now={now} />
    </>
  )
}

/** "Could you ring me now and then?" */
function Wish({ wantsCalls, fence, path }: { wantsCalls: boolean; fence: number; path: string }) {
  const words = useWords()
  if (wantsCalls) return <p>{words.wishNoted}</p>
  return (
    <StepForm path={path} step="wish" fence={fence}>
      {({ isBusy }) => (
        <div>
          <Button type="submit" isPending={isBusy}>
            {words.wish}
          </Button>
        </div>
      )}
    </StepForm>
  )
}
