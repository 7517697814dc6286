import { Form } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DateField, SelectField, TextField } from '#app/ui/field.tsx'
import type { AuditFilter } from '../audit-filter.ts'
import { useAuditWords, useWords } from '../words.ts'

type Props = {
  filter: AuditFilter
  people: { accountId: string; name: string }[]
  /** Where all that this person may read stands. */
  allAt: string
}

/** Who, what, about which tenant and when: each choice stands in the address. */
export function AuditFilters({ filter, people, allAt }: Props) {
  const words = useWords()
  return (
    <Form
      key={JSON.stringify(filter)}
      method="get"
      className="grid grid-cols-1 items-end gap-4 sm:grid-cols-2 lg:grid-cols-3 print:hidden"
      noValidate
    >
      {filter.subject && <input type="hidden" name="subject" value={filter.subject} />}
      <SelectField
        name="person"
        label={words.who}
        placeholder={words.everybody}
        defaultValue={filter.person ?? ''}
        options={people.map(({ accountId, name }) => ({ value: accountId, label: name }))}
      />
      <SelectField
        name="action"
        label={words.action}
        placeholder={words.everything}
        defaultValue={filter.action ?? ''}
        options={useActions()}
      />
      <TextField
        name="tenant"
        label={words.tenant}
        hint={words.tenantHint}
        defaultValue={filter.tenant ?? ''}
        maxLength={60}
        autoComplete="off"
      />
      <Period filter={filter} />
      <AskButtons isAsked={Object.values(filter).some(Boolean)} allAt={allAt} />
    </Form>
  )
}

function AskButtons({ isAsked, allAt }: { isAsked: boolean; allAt: string }) {
  const words = useWords()
  return (
    <div className="flex flex-wrap gap-3">
      <Button type="submit" variant="primary">
        {words.search}
      </Button>
      {isAsked && (
        <LinkButton to={allAt} variant="plain">
          {words.clear}
        </LinkButton>
      )}
    </div>
  )
}

function Period({ filter }: Pick<Props, 'filter'>) {
  const words = useWords()
  return (
    <>
      <DateField name="from" label={words.from} hint={undefined} defaultValue={filter.from ?? ''} />
      <DateField name="until" label={words.until} hint={undefined} defaultValue={filter.until ?? ''} />
    </>
  )
}

function useActions() {
  const words = useWords()
  // Nothing is done with a noun that only says what a line is about.
  const written = Object.entries(useAuditWords()).filter(([, { did }]) => Object.keys(did).length > 0)
  const nouns = written.sort(([, one], [, other]) => one.name.localeCompare(other.name))
  return nouns.flatMap(([noun, { name, did }]) => [
    { value: noun, label: words.allOf(name) },
    ...Object.entries(did).map(([done, text]) => ({ value: `${noun}:${done}`, label: `${name}: ${text}` })),
  ])
}
