import { Form } from '@remix-run/react'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { ShownContact } from '../shown-contact.server.ts'
import { useWords } from '../words.ts'
import { useMoments } from './contact-cells.tsx'

const on = (night: string) => <input type="hidden" name="from" value={night} />

type One = { contact: ShownContact; night: string; what: string }

/** "Ik pak dit op", of one. */
export function TakeUp({ contact, night, what }: One) {
  const { first: words } = useWords()
  return (
    <Form method="post" action="/nights/acknowledgement" noValidate preventScrollReset>
      {on(night)}
      <input type="hidden" name="contact[]" value={contact.id} />
      <Button type="submit" aria-label={words.takeNamed(what)}>
        {words.take}
      </Button>
    </Form>
  )
}

/** All that stands on top, as it was seen: what came after is not among them. */
export function TakeUpAll({ contacts, night }: { contacts: readonly ShownContact[]; night: string }) {
  const { first: words } = useWords()
  const language = useLanguage()
  return (
    <Form method="post" action="/nights/acknowledgement" noValidate>
      {on(night)}
      {contacts.map(({ id }) => (
        <input key={id} type="hidden" name="contact[]" value={id} />
      ))}
      <Button type="submit" variant="primary" icon="check">
        {words.all(numberText(contacts.length, language))}
      </Button>
    </Form>
  )
}

/** Who took it up and when, with the way back. */
export function SeenCell({ contact, night, what, now, mayUndo }: One & { now: string; mayUndo: boolean }) {
  const { all: words, done } = useWords()
  const { moment } = useMoments(now)
  const { seen } = contact
  if (!seen) return contact.reasons.length > 0 ? <Badge tone="waiting">{words.notSeen}</Badge> : null
  return (
    <>
      {words.seenBy(seen.by, moment(seen.at))}
      {!seen.isLast && contact.reasons.length > 0 && (
        <span className="block font-bold text-attention-ink">{words.wentOn}</span>
      )}
      {mayUndo && (
        <Form method="post" action="/nights/reversal" noValidate preventScrollReset>
          {on(night)}
          <input type="hidden" name="contact" value={contact.id} />
          <Button type="submit" variant="plain" aria-label={done.undoNamed(what)}>
            {done.undo}
          </Button>
        </Form>
      )}
    </>
  )
}
