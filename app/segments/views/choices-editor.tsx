import { useState } from 'react'
import { CheckboxField } from '#app/ui/choice.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import type { FoundChoices } from '../builder-fields.ts'
import { choiceName } from '../criteria-sentence.ts'
import { type ChoiceList, isOwnList } from '../field.ts'
import { useWords } from '../words.ts'

type Props = { list: ChoiceList; found: FoundChoices; value: string[]; onChange: (value: string[]) => void }

const searchFrom = 9

export function ChoicesEditor({ list, found, value, onChange }: Props) {
  const words = useWords()
  const language = useLanguage()
  const [sought, setSought] = useState('')
  const own = isOwnList(list) ? Object.keys(words[list]) : found[list]
  // What was chosen before stays to be seen, also when no tenant has it any more.
  const codes = [...own, ...value.filter((code) => !own.includes(code))]
  if (codes.length === 0) return <p className="text-ink-soft">{words.builder.noChoices}</p>
  const named = codes.map((code) => ({ code, name: choiceName(list, code, language) }))
  const shown = named.filter(({ name }) =>
    name.toLocaleLowerCase(language).includes(sought.trim().toLocaleLowerCase(language)),
  )
  return (
    <>
      {codes.length >= searchFrom && (
        <TextField
          name="sought"
          type="search"
          label={words.builder.searchChoice}
          value={sought}
          autoComplete="off"
          onChange={({ target }) => setSought(target.value)}
        />
      )}
      <ChoiceBoxes shown={shown} value={value} onChange={onChange} />
    </>
  )
}

type BoxesProps = { shown: { code: string; name: string }[] } & Pick<Props, 'value' | 'onChange'>

function ChoiceBoxes({ shown, value, onChange }: BoxesProps) {
  const { builder: words } = useWords()
  const toggle = (code: string) =>
    onChange(value.includes(code) ? value.filter((one) => one !== code) : [...value, code])
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-bold">
        {words.chooseSome} <span className="font-normal text-ink-soft">({words.chosen(value.length)})</span>
      </legend>
      <div className="max-h-44 overflow-y-auto rounded-md border border-line px-3 py-1">
        {shown.map(({ code, name }) => (
          <CheckboxField
            key={code}
            name="choice"
            label={name}
            value={code}
            checked={value.includes(code)}
            onChange={() => toggle(code)}
          />
        ))}
        {shown.length === 0 && <p className="py-1 text-ink-soft">{words.nothingFound}</p>}
      </div>
    </fieldset>
  )
}
