import { Form, useSearchParams } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { useWords } from '../words.ts'

/** What was just done, with one press to undo it. */
export function DoneBanner({ night }: { night: string }) {
  const { done: words } = useWords()
  const language = useLanguage()
  const said = useSearchParams()[0]
  const count = Number(said.get('done'))
  if (said.has('undone')) return <Banner isLive>{words.undone}</Banner>
  if (!said.has('done')) return null
  if (!(count > 0)) return <Banner isLive>{words.nothing}</Banner>
  const undo = (
    <Form method="post" action="/nights/reversal" noValidate>
      <input type="hidden" name="from" value={night} />
      <input type="hidden" name="at" value={said.get('at') ?? ''} />
      <Button type="submit">{words.undo}</Button>
    </Form>
  )
  return (
    <Banner isLive action={undo}>
      {words.acknowledged(numberText(count, language), count === 1)}
    </Banner>
  )
}
