import { Form, useNavigation } from '@remix-run/react'
import { type MutableRefObject, useRef, useState } from 'react'
import { entry, type Protocol } from '#app/triage/protocol.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { useFormErrors } from '#app/ui/form-errors.tsx'
import { Row, Section } from '#app/ui/page.tsx'
import { readPart } from '../part-form.ts'
import { changed, standingAt } from '../place-change.ts'
import type { ShownPlace } from '../read-protocol.server.ts'
import type { PartRefused } from '../save-part.server.ts'
import { useWords } from '../words.ts'
import { Facts } from './facts.tsx'
import type { ShownValueText } from './filled-text.tsx'
import { Overtaken } from './overtaken.tsx'
import { PartFields } from './part-fields.tsx'
import { useTargets } from './question-form.tsx'
import { useKeepTyped } from './use-keep-typed.ts'
import { markLast, ValueMenu } from './value-menu.tsx'

type PartFormProps = {
  path: string
  open: ShownPlace
  protocol: Protocol
  values: readonly ShownValueText[]
  refused: PartRefused | undefined
  /** The protocol as it would be with what is typed. */
  onTyped: (protocol: Protocol) => void
  /** Set while there is something to save. */
  isTyped: MutableRefObject<boolean>
}

const emptyExample = { title: '', answers: {}, circumstances: [], end: '' }

/** One place of the protocol, to change. What is typed is worked out at once; it is kept when somebody goes elsewhere. */
export function PartForm(props: PartFormProps) {
  const { path, open, protocol, refused } = props
  const { form: words } = useWords()
  const { place } = open
  const part = refused?.yours ?? standingAt(protocol, place) ?? (place === 'examples.new' ? emptyExample : null)
  if (part === null) return <p>{words.nothing}</p>
  return (
    <PartSection open={open} path={path}>
      {refused?.overtaken && <Overtaken place={place} {...refused.overtaken} protocol={protocol} path={path} />}
      <Fields {...props} part={part} />
      {open.isOwn && <National open={open} part={part} protocol={protocol} />}
    </PartSection>
  )
}

function Fields({ part, ...props }: PartFormProps & { part: unknown }) {
  const { path, open, protocol, values, refused, isTyped } = props
  const ref = useRef<HTMLFormElement>(null)
  useKeepTyped(ref, isTyped)
  // What stood there when it was opened, whatever is loaded while somebody types.
  const [seen] = useState(refused?.overtaken?.seen ?? open.seen)
  const { errorOf, summary } = useFormErrors(refused?.errors, useWords().errors)
  const onSubmit = () => {
    isTyped.current = false
  }
  const { place } = open
  return (
    <Form
      ref={ref}
      method="post"
      action={path}
      className="flex flex-col gap-5"
      preventScrollReset
      noValidate
      onInput={() => workOut(ref.current, props)}
      onFocus={markLast}
      onSubmit={onSubmit}
    >
      {summary}
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="next" defaultValue="" />
      {/* Enter saves, whichever buttons come between. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="hidden" />
      <PartFields place={place} part={part} protocol={protocol} errorOf={errorOf} />
      {(place.startsWith('ends.') || place.startsWith('questions.')) && <ValueMenu values={values} form={ref} />}
      <Buttons open={open} />
      <Remove open={open} protocol={protocol} />
    </Form>
  )
}

/** What the protocol would be with what is typed, while that is one. */
function workOut(form: HTMLFormElement | null, { open: { place }, protocol, isTyped, onTyped }: PartFormProps) {
  isTyped.current = true
  if (!form) return
  const rule = entry(protocol.ends, place.slice('ends.'.length))?.rule ?? 99
  const { after, errors } = readPart(place, new FormData(form), rule)
  const candidate = Object.keys(errors).length === 0 ? changed(protocol, [{ place, after }]) : null
  if (candidate) onTyped(candidate)
}

function Buttons({ open }: { open: ShownPlace }) {
  const { form: words } = useWords()
  const isSaving = useNavigation().formMethod === 'POST'
  return (
    <Row>
      <Button type="submit" variant="primary" isPending={isSaving}>
        {words.save}
      </Button>
      {open.isOwn && open.national !== null && (
        <Button type="submit" name="do" value="national">
          {words.backToNational}
        </Button>
      )}
    </Row>
  )
}

function PartSection({ open, path, children }: { open: ShownPlace; path: string; children: React.ReactNode }) {
  const { form: words, path: names } = useWords()
  const [part] = open.place.split('.')
  const titles: Record<string, string> = {
    ...{ questions: words.question, ends: words.end, examples: words.example },
    ...{ words: names.words, raises: names.raises, start: names.start },
  }
  const close = (
    <LinkButton to={path} variant="plain" preventScrollReset>
      {words.close}
    </LinkButton>
  )
  return (
    <Section title={titles[part ?? ''] ?? ''} isPanel action={close}>
      {children}
    </Section>
  )
}

/** A question or an end goes, and something comes in its place; an example just goes. */
function Remove({ open: { place }, protocol }: { open: ShownPlace; protocol: Protocol }) {
  const { form: words } = useWords()
  const id = place.slice(place.indexOf('.') + 1)
  const targets = useTargets(protocol, id)
  const isWhole = !place.includes('.') || place === 'examples.new'
  if (isWhole) return null
  return (
    <Disclosure label={words.remove}>
      {!place.startsWith('examples.') && (
        <SelectField
          name="instead"
          label={words.instead}
          options={targets}
          defaultValue={entry(protocol.questions, id)?.no ?? ''}
        />
      )}
      <div>
        <Button type="submit" name="do" value="remove">
          {words.remove}
        </Button>
      </div>
    </Disclosure>
  )
}

function National({ open, part, protocol }: { open: ShownPlace; part: unknown; protocol: Protocol }) {
  const { form: words } = useWords()
  if (open.national === null) return <p className="text-sm text-ink-soft">{words.notNational}</p>
  return (
    <Disclosure label={words.national} isOpen>
      <Facts place={open.place} value={open.national} unlike={part} protocol={protocol} />
    </Disclosure>
  )
}
