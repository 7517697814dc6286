import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { streetLine, writtenName } from '#app/tenants/names.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import type { ImportPage } from '../import-page.server.ts'
import type { ListedRow } from '../import-rows.server.ts'
import { useWords } from '../words.ts'

/** Who seems to have died, by name. Until somebody says otherwise they are taken for dead, and not rung. */
export function DeceasedSection() {
  const { found, seemsDeceased } = useLoaderData<ImportPage>()
  const [{ deceased: words }, language] = [useWords(), useLanguage()]
  const { state, formAction } = useNavigation()
  if (!seemsDeceased) return null
  const { list, total } = seemsDeceased
  const action = `/imports/${found.id}/deceased`
  const isPending = state === 'submitting' && formAction === action
  return (
    <Section title={words.title(total, numberText(total, language))} lead={words.lead}>
      <Form
        method="post"
        action={action}
        className="flex flex-col items-start gap-4"
        aria-label={words.label}
        noValidate
      >
        <ul className="flex flex-col gap-1">
          {list.map((row, index) => (
            <li key={row.key}>
              <input type="hidden" name="asked" value={row.number ?? ''} />
              <CheckboxField
                id={index === 0 ? 'died' : undefined}
                name="died"
                value={row.number ?? ''}
                defaultChecked
                label={<Asked row={row} />}
                aria-label={words.hasDied(row.person ? writtenName(row.person, language) : (row.number ?? ''))}
              />
            </li>
          ))}
        </ul>
        {total > list.length && <p className="text-ink-soft">{words.restLater(numberText(list.length, language))}</p>}
        <Button type="submit" variant="primary" isPending={isPending}>
          {words.save}
        </Button>
      </Form>
    </Section>
  )
}

function Asked({ row: { person, number, address, warnings } }: { row: ListedRow }) {
  const [{ deceased: words }, language] = [useWords(), useLanguage()]
  const mark = warnings.find(({ code }) => code === 'seems-deceased')?.value ?? ''
  const where = [number, streetLine(address)].filter(Boolean).join(', ')
  return (
    <>
      <span className="font-bold">{person ? writtenName(person, language) : number}</span>
      <span className="block text-sm text-ink-soft wrap-anywhere">
        {where}. {words.listSays(mark)}
      </span>
    </>
  )
}
