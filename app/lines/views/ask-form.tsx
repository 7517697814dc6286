import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { DateField, TimeField } from '#app/ui/field.tsx'
import { useWords } from '../words.ts'

/** "Wat geldt er op 27-12 om 03:00?": its answer stands under it, at an address that can be passed on. */
export function AskForm({ asked }: { asked: { date: string; time: string } }) {
  const words = useWords()
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3" preventScrollReset noValidate>
      <DateField key={asked.date} name="date" label={words.askDate} defaultValue={asked.date} />
      <TimeField key={asked.time} name="time" label={words.askTime} defaultValue={asked.time} />
      <Button type="submit">{words.askButton}</Button>
    </Form>
  )
}
