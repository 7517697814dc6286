import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import type { LineToChoose } from '../add-by-hand.server.ts'
import { useWords } from '../words.ts'

type Props = { lines: LineToChoose[]; writeKey: string; errors: Record<string, string> }

/** Somebody who came in otherwise. What was answered last stands there; a letter goes to the next corporation with it. */
export function NewContactForm({ lines, writeKey, errors }: Props) {
  const words = useWords()
  const { byHand } = words
  const isBusy = useNavigation().state !== 'idle'
  const errorOf = (field: string) =>
    errors[field] && sentenceOf(words.refusals, errors[field], words.refusals.other ?? '')
  return (
    <Page width="narrow">
      <PageHeader title={byHand.title} back={{ to: '/queue', label: words.toQueue }} />
      <Form method="post" noValidate className="flex flex-col gap-4">
        <input type="hidden" name="key" value={writeKey} />
        <SelectField
          name="lineId"
          label={byHand.where}
          autoFocus
          error={errorOf('lineId')}
          options={lines.map(({ id, name, corporation }) => ({ value: id, label: `${corporation} · ${name}` }))}
        />
        <TextField name="phone" type="tel" label={byHand.phone} isOptional maxLength={40} error={errorOf('phone')} />
        <TextArea
          name="message"
          label={byHand.message}
          hint={byHand.messageHint}
          maxLength={2000}
          error={errorOf('message')}
        />
        <div>
          <Button type="submit" variant="primary" isPending={isBusy} keys="ctrl+enter">
            {byHand.add}
          </Button>
        </div>
      </Form>
    </Page>
  )
}
