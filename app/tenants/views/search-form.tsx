import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

type Props = {
  /** What was asked last; undefined before the first time. */
  text: string | undefined
  label: string
  hint?: string
  submit: string
  /** Not what the page is for: it stands beside a list. */
  isBeside?: boolean
}

// Among things beside one another this is a width; under one another it would be a height.
const beside = 'flex-1 basis-80'

/** Posted: a name or a number does not belong in an address. */
export function SearchForm({ text, label, hint, submit, isBeside }: Props) {
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" className={`flex max-w-xl flex-wrap items-end gap-3 ${isBeside ? beside : ''}`} noValidate>
      <div className="min-w-0 flex-1 basis-52">
        <TextField
          key={text}
          name="q"
          type="search"
          label={label}
          hint={hint}
          defaultValue={text}
          autoComplete="off"
          maxLength={200}
          autoFocus={text === undefined}
        />
      </div>
      <Button type="submit" variant={isBeside ? 'quiet' : 'primary'} icon="search" isPending={isBusy}>
        {submit}
      </Button>
    </Form>
  )
}
