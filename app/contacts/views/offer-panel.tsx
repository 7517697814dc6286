import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { useWords } from '../words.ts'
import { StepForm } from './step-form.tsx'
import { useTyped } from './use-typed.ts'

type Props = Pick<ContactLoaded, 'contact' | 'colleagues'> & { path: string }

/** Giving it to a colleague who is there, with a note that they read before they take it. */
export function OfferPanel({ contact, colleagues, path }: Props) {
  const { offer } = useWords()
  const typed = useTyped('offer')
  if (contact.offeredTo) return <Offered contact={contact} colleagues={colleagues} path={path} />
  const there = colleagues.filter(({ presence }) => presence !== 'gone')
  return (
    <Disclosure label={offer.title} isOpen={Boolean(typed)}>
      {there.length === 0 ? (
        <p>{offer.nobody}</p>
      ) : (
        <StepForm path={path} step="offer" fence={contact.fence}>
          {({ errors, isBusy }) => (
            <>
              <SelectField
                name="to"
                label={offer.to}
                placeholder=""
                error={errors.to}
                defaultValue={typed?.to}
                options={there.map(({ accountId, name }) => ({ value: accountId, label: name }))}
              />
              <TextArea
                name="note"
                id="offer-note"
                label={offer.note}
                rows={2}
                maxLength={1000}
                error={errors.note}
                defaultValue={typed?.note}
              />
              <div>
                <Button type="submit" isPending={isBusy}>
                  {offer.send}
                </Button>
              </div>
            </>
          )}
        </StepForm>
      )}
    </Disclosure>
  )
}

function Offered({ contact, colleagues, path }: Props) {
  const { offer } = useWords()
  const offeree = colleagues.find(({ accountId }) => accountId === contact.offeredTo)
  const isThere = offeree && offeree.presence !== 'gone'
  const name = offeree?.name ?? contact.offereeName ?? ''
  return (
    <Banner tone={isThere ? 'info' : 'attention'} isLive>
      <p>{isThere ? offer.waiting(name) : offer.gone(name)}</p>
      <StepForm path={path} step="withdrawal" fence={contact.fence}>
        {({ isBusy }) => (
          <div>
            <Button type="submit" isPending={isBusy}>
              {offer.withdraw}
            </Button>
          </div>
        )}
      </StepForm>
    </Banner>
  )
}
