import { Form } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import type { FieldPair } from '../taken-away.ts'
import { useWords } from '../words.ts'

type WayBackProps = { to: string; said: string; fields: readonly FieldPair[] }

/** What was just taken away, with one press to put it back. */
export function WayBack({ to, said, fields }: WayBackProps) {
  const words = useWords()
  const undo = (
    <Form method="post" action={to} preventScrollReset noValidate>
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit">{words.undo}</Button>
    </Form>
  )
  return (
    <Banner isLive action={undo}>
      {said}
    </Banner>
  )
}
