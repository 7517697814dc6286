import { Form } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { dateText } from '#app/ui/format.ts'
import type { ValueKey } from '../value-keys.ts'
import { useWords } from '../words.ts'

type WayBackProps = {
  valueKey: ValueKey
  text: string | null
  fromOn: string
  fields: [name: string, value: string][]
}

/** What was planned and just taken away, with one press to put it back. */
export function WayBack({ valueKey, text, fromOn, fields }: WayBackProps) {
  const words = useWords()
  const undo = (
    <Form method="post" action={`/settings/values/${valueKey}`} preventScrollReset noValidate>
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit">{words.undo}</Button>
    </Form>
  )
  return (
    <Banner isLive action={undo}>
      {words.removed(words.plannedFrom(text ?? words.nothing, dateText(fromOn)))}
    </Banner>
  )
}
