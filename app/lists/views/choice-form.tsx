import { Form, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { useWords } from '../words.ts'

/** Fields for parts of the address with these names; the rest of it stays as chosen, and the list begins at its first page. */
export function ChoiceForm({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const words = useWords()
  const [parameters] = useSearchParams()
  const kept = [...parameters].filter(([name]) => !['page', 'refused', ...names].includes(name))
  return (
    <Form preventScrollReset className="flex flex-wrap items-end gap-3 print:hidden" noValidate>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button type="submit">{words.show}</Button>
    </Form>
  )
}
