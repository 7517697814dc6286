import { Form, useLoaderData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { Progress } from '#app/ui/progress.tsx'
import type { ImportPage } from '../import-page.server.ts'
import { useWords } from '../words.ts'

/** The bar of work that goes on without this page. While checking it counts bytes: how many rows there are is not known yet. */
export function ImportProgress() {
  const { found } = useLoaderData<ImportPage>()
  const [{ check: words }, language] = [useWords(), useLanguage()]
  const { state, counts, rowsDone, bytesDone, fileBytes } = found
  const title = state === 'applying' ? words.busyApplying : state === 'undoing' ? words.busyUndoing : words.busyChecking
  const total = state === 'applying' ? counts?.rows : undefined
  const share = state === 'applying' ? { value: rowsDone, max: counts?.rows } : { value: bytesDone, max: fileBytes }
  return (
    <Section title={title} lead={words.busyText} isPanel>
      <Progress
        label={title}
        isLabelHidden
        {...(state === 'undoing' ? {} : share)}
        text={
          state === 'undoing'
            ? undefined
            : words.rowsDone(numberText(rowsDone, language), total ? numberText(total, language) : '')
        }
      />
      {state !== 'undoing' && (
        <Form method="post" action={`/imports/${found.id}/cancellation`} noValidate>
          <Button type="submit">{words.cancel}</Button>
        </Form>
      )}
    </Section>
  )
}
