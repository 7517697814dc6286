import { Form } from '@remix-run/react'
import { RunsSeen } from '#app/triage/views/run-seen.tsx'
import { Button } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { type Definition, DefinitionList } from '#app/ui/definition-list.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { useContactWords } from '../contact-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { freeTextsOf } from '../record-texts.ts'
import { useWords } from '../words.ts'
import { ContactHead } from './contact-head.tsx'
import { ContactStory } from './contact-story.tsx'
import { CrisisBox } from './crisis-box.tsx'
import { KnownContacts } from './known-contacts.tsx'
import { Refused } from './refused.tsx'
import { StepForm } from './step-form.tsx'
import { useContactNews } from './use-contact-news.ts'

/** A contact that is not in the hands of whoever looks: what it is, who has it, and the way to it. */
export function ContactSeen(loaded: ContactLoaded) {
  const { contact, crisisNumbers, now, draft, refused } = loaded
  const path = `/contacts/${contact.id}`
  useContactNews(contact.id, { isTyping: false })
  return (
    <Page>
      <ContactHead contact={contact} now={now} />
      <Refused refused={refused} />
      {contact.lineKind === 'chat' && <CrisisBox contact={contact} crisisNumbers={crisisNumbers} path={path} />}
      <Standing {...loaded} path={path} />
      {draft && <OwnText draft={draft} path={path} />}
      <Recorded contact={contact} now={now} />
      {loaded.judging && <RunsSeen run={loaded.judging.run} replaced={loaded.judging.replaced} now={now} />}
      <KnownContacts known={contact.known} now={now} />
      <ContactStory story={contact.story} now={now} isOpen />
    </Page>
  )
}

type WithPath = ContactLoaded & { path: string }

/** Who has it, and what whoever looks may do. */
function Standing(props: WithPath) {
  const { contact, me, mayWork } = props
  const words = useWords().seen
  if (contact.state === 'closed') return <Closed {...props} />
  if (!mayWork) return <p>{contact.claimant ? words.with(contact.claimant) : words.free}</p>
  if (contact.offeredTo === me) return <OfferedToMe {...props} />
  if (contact.claimedBy) return <TakeOver {...props} />
  return (
    <>
      <p>{words.free}</p>
      <StepForm path={props.path} step="claim">
        {({ isBusy }) => (
          <div>
            <Button type="submit" variant="primary" isPending={isBusy} keys="enter">
              {words.take}
            </Button>
          </div>
        )}
      </StepForm>
      {contact.state === 'call-back' && <Owner {...props} />}
    </>
  )
}

function OfferedToMe({ contact, path }: WithPath) {
  const { offer } = useWords()
  return (
    <Section title={offer.toYou} isPanel>
      <p className="text-xl whitespace-pre-wrap">{contact.offer}</p>
      <StepForm path={path} step="acceptance" fence={contact.fence}>
        {({ isBusy }) => (
          <div>
            <Button type="submit" variant="primary" isPending={isBusy}>
              {offer.accept}
            </Button>
          </div>
        )}
      </StepForm>
      <StepForm path={path} step="refusal" fence={contact.fence}>
        {({ errors, isBusy }) => (
          <>
            <TextField name="words" label={offer.declineWords} isOptional maxLength={500} error={errors.words} />
            <div>
              <Button type="submit" isPending={isBusy}>
                {offer.decline}
              </Button>
            </div>
          </>
        )}
      </StepForm>
    </Section>
  )
}

function TakeOver({ contact, path }: WithPath) {
  const words = useWords().seen
  return (
    <>
      <p>{contact.claimant && words.with(contact.claimant)}</p>
      <StepForm path={path} step="takeover" fence={contact.fence}>
        {({ errors, isBusy }) => (
          <>
            <TextField name="words" label={words.takeOverWhy} maxLength={500} error={errors.words} />
            <div>
              <Button type="submit" isPending={isBusy}>
                {words.takeOver}
              </Button>
            </div>
          </>
        )}
      </StepForm>
    </>
  )
}

function Owner({ contact, colleagues, path }: WithPath) {
  const words = useWords().owner
  return (
    <StepForm path={path} step="owner">
      {({ isBusy }) => (
        <>
          <SelectField
            name="to"
            label={words.label}
            placeholder={words.anybody}
            defaultValue={contact.ownerId ?? ''}
            options={colleagues.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          />
          <div>
            <Button type="submit" isPending={isBusy}>
              {words.save}
            </Button>
          </div>
        </>
      )}
    </StepForm>
  )
}

function Closed({ contact, mayReopen, mayWork, now, path }: WithPath) {
  const words = useWords().seen
  return (
    <>
      <p>
        {contact.closer ? words.closedBy(contact.closer) : words.closed}
        {contact.closedAt && (
          <>
            {' · '}
            <MomentText at={contact.closedAt} now={now} />
          </>
        )}
      </p>
      {mayReopen && mayWork && (
        <StepForm path={path} step="reopening">
          {({ errors, isBusy }) => (
            <>
              <TextField name="words" label={words.reopenWhy} maxLength={500} error={errors.words} />
              <div>
                <Button type="submit" isPending={isBusy}>
                  {words.reopen}
                </Button>
              </div>
            </>
          )}
        </StepForm>
      )}
    </>
  )
}

/** To copy from, or to throw away: it was not saved. */
function OwnText({ draft, path }: { draft: NonNullable<ContactLoaded['draft']>; path: string }) {
  const words = useWords().seen
  return (
    <Section title={words.ownText} isPanel>
      {freeTextsOf(draft.draftFields).map(({ text }) => (
        <p key={text} className="whitespace-pre-wrap">
          {text}
        </p>
      ))}
      <Form method="post" action={`${path}/draft/removal`} noValidate>
        <Button type="submit">{words.discard}</Button>
      </Form>
    </Section>
  )
}

function Recorded({ contact, now }: Pick<ContactLoaded, 'contact' | 'now'>) {
  const words = useWords()
  const names = useContactWords()
  const { message, notes, kind, agreed, outcome, dueAt, owner } = contact
  const facts: (Definition | null)[] = [
    message ? { term: words.head.message, value: message } : null,
    kind ? { term: words.kind, value: names.kinds[kind] } : null,
    agreed ? { term: words.agreed, value: names.agreements[agreed] } : null,
    outcome ? { term: words.result, value: names.endings[outcome] } : null,
    dueAt ? { term: words.head.dueAt, value: <MomentText at={dueAt} now={now} /> } : null,
    owner ? { term: words.owner.label, value: owner } : null,
  ]
  return (
    <Section title={words.recorded} isPanel>
      <DefinitionList items={facts.filter((fact) => fact !== null)} />
      <p className="whitespace-pre-wrap">{notes || words.seen.noNotes}</p>
    </Section>
  )
}
