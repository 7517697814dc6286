import { CallerPanel } from '#app/callers/views/caller-panel.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useJudgingWords } from '../judging-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { lacks } from '../stage.ts'
import { StageHeading } from './stage-heading.tsx'
import { StepForm } from './step-form.tsx'
import { useTyped } from './use-typed.ts'

type Props = Pick<ContactLoaded, 'contact' | 'caller'> & { place: string | null; path: string }

/** Before anything else: so that they can be found again when the line drops. */
export function WherePanel(props: Props) {
  const { contact, caller, place, path } = props
  const { where } = useJudgingWords()
  return (
    <section
      aria-label={where.title}
      className="flex min-w-0 flex-col gap-4 rounded-lg border-2 border-accent bg-surface p-4 sm:p-6"
    >
      <StageHeading>{where.title}</StageHeading>
      <NumberForm contact={contact} path={path} />
      {caller && <CallerPanel caller={caller} action={path} roundAction={path} hasNumberKeys />}
      {!caller?.isSettled && <PlaceForm contact={contact} path={path} />}
      <div className="flex flex-wrap items-center gap-3">
        <StepForm path={path} step="later" fence={contact.fence}>
          {({ isBusy }) => (
            <Button type="submit" variant="plain" keys="k" isPending={isBusy}>
              {where.later}
            </Button>
          )}
        </StepForm>
        {lacks(contact, place).map((lacking) => (
          <Badge key={lacking} tone="waiting">
            {where.lacks[lacking]}
          </Badge>
        ))}
      </div>
    </section>
  )
}

type FormProps = Pick<Props, 'contact' | 'path'>

/** The number that rang is one key; another is typed. */
function NumberForm({ contact, path }: FormProps) {
  const { where } = useJudgingWords()
  const isTyped = Boolean(useTyped('number'))
  const { number, fence, numberAskedAt } = contact
  if (numberAskedAt && number)
    return (
      <div className="flex flex-col gap-2">
        <p className="flex items-center gap-2 text-lg">
          <Icon name="check" className="size-5 text-accent" /> {number.text}
        </p>
        <Disclosure label={where.other} isOpen={isTyped}>
          <OtherNumber contact={contact} path={path} />
        </Disclosure>
      </div>
    )
  return (
    <div className="flex flex-col gap-2">
      <p className="text-xl">{where.number}</p>
      {number && (
        <StepForm path={path} step="number" fence={fence}>
          {({ isBusy }) => (
            <div>
              <input type="hidden" name="phone" value={number.e164} />
              <Button type="submit" variant="primary" keys="enter" isPending={isBusy}>
                {where.confirm(number.text)}
              </Button>
            </div>
          )}
        </StepForm>
      )}
      {number ? (
        <Disclosure label={where.other} isOpen={isTyped}>
          <OtherNumber contact={contact} path={path} />
        </Disclosure>
      ) : (
        <OtherNumber contact={contact} path={path} />
      )}
    </div>
  )
}

function OtherNumber({ contact, path }: FormProps) {
  const { where } = useJudgingWords()
  const typed = useTyped('number')
  return (
    <StepForm path={path} step="number" fence={contact.fence}>
      {({ errors, isBusy }) => (
        <div className="flex flex-wrap items-end gap-3">
          <TextField
            id="number"
            name="phone"
            type="tel"
            label={where.numberField}
            autoComplete="off"
            maxLength={40}
            error={errors.phone}
            defaultValue={typed?.phone}
          />
          <Button type="submit" isPending={isBusy}>
            {where.saveNumber}
          </Button>
        </div>
      )}
    </StepForm>
  )
}

/** A hall, with the neighbours: where no home that is known will do. */
function PlaceForm({ contact, path }: FormProps) {
  const { where } = useJudgingWords()
  const typed = useTyped('place')
  return (
    <Disclosure label={contact.place || where.elsewhere} isOpen={Boolean(typed)}>
      <StepForm path={path} step="place" fence={contact.fence}>
        {({ errors, isBusy }) => (
          <>
            <TextField
              name="place"
              label={where.place}
              hint={where.placeHint}
              defaultValue={typed?.place ?? contact.place}
              autoComplete="off"
              maxLength={300}
              error={errors.place}
            />
            <div>
              <Button type="submit" isPending={isBusy}>
                {where.savePlace}
              </Button>
            </div>
          </>
        )}
      </StepForm>
    </Disclosure>
  )
}

/** What is still to be asked of where they are, once somebody went on without it. */
export function WhereReminder(props: Props) {
  const { contact, place } = props
  const { where } = useJudgingWords()
  const isTyped = [useTyped('number'), useTyped('place')].some(Boolean)
  const lacking = lacks(contact, place)
  if (lacking.length === 0) return null
  return (
    <div className="rounded-md border-l-4 border-attention bg-attention-soft px-4 has-[details[open]]:basis-full has-[details[open]]:py-2">
      <Disclosure label={lacking.map((one) => where.lacks[one]).join(' · ')} isOpen={isTyped}>
        {lacking.includes('number') && <NumberForm {...props} />}
        {lacking.includes('place') && <PlaceForm {...props} />}
      </Disclosure>
    </div>
  )
}
