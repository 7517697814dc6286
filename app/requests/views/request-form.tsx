import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useFormErrors } from '#app/ui/form-errors.tsx'
import { longestTyped, trapField } from '../request-form.ts'
import type { Typed } from '../typed.ts'
import { useWords } from '../words.ts'
import type { ShownPage } from './shown-page.ts'
import { WhenChoice } from './when-choice.tsx'

type Refused = { errors: Record<string, string>; typed: Typed }
type Props = { page: ShownPage; refused?: Refused }

/** Sent by the browser itself, with or without script; what was typed stands there again when it is refused. */
export function RequestForm({ page, refused }: Props) {
  const words = useWords()
  const { typed = {}, errors = {} } = refused ?? {}
  const { errorOf, summary } = useFormErrors(refused?.errors, words.refusals)
  if (!page.isTaken) return <p className="font-bold">{words.notTaken}</p>
  return (
    <form method="post" className="flex flex-col gap-5" noValidate>
      {summary}
      <TextField name="name" label={words.name} autoComplete="name" defaultValue={typed.name} error={errorOf('name')} />
      <TextField
        name="phone"
        type="tel"
        label={words.phone}
        hint={words.phoneHint}
        autoComplete="tel"
        defaultValue={typed.phone}
        error={errorOf('phone')}
      />
      <WhenChoice page={page} defaultValue={typed.when || 'now'} error={errorOf('when')} />
      <TextArea
        name="message"
        label={words.message}
        hint={words.messageHint}
        maxLength={longestTyped}
        defaultValue={typed.message}
        error={errorOf('message')}
      />
      <Address typed={typed} errorOf={errorOf} />
      <Trap />
      <input type="hidden" name="token" value={errors.form === 'expired' ? page.token : typed.token || page.token} />
      <Button type="submit" variant="primary" isWide>
        {words.send}
      </Button>
      <p className="text-base text-ink-soft">{words.privacy(page.corporation)}</p>
    </form>
  )
}

function Address({ typed, errorOf }: { typed: Typed; errorOf: (field: string) => string | undefined }) {
  const words = useWords()
  return (
    <div className="grid grid-cols-1 gap-4 min-[24rem]:grid-cols-2">
      <TextField
        name="postcode"
        label={words.postcode}
        isOptional
        autoComplete="postal-code"
        defaultValue={typed.postcode}
        error={errorOf('postcode')}
      />
      <TextField
        name="houseNumber"
        label={words.houseNumber}
        isOptional
        autoComplete="off"
        defaultValue={typed.houseNumber}
        error={errorOf('houseNumber')}
      />
    </div>
  )
}

/** Programs fill in whatever there is; people neither see, hear nor reach it. */
function Trap() {
  const words = useWords()
  return (
    <div aria-hidden="true" className="absolute -left-[200vw] size-px overflow-hidden">
      <label>
        {words.trap}
        <input type="text" name={trapField} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}
