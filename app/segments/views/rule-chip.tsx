import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import type { BuilderFields } from '../builder-fields.ts'
import { operatorOf, type Rule } from '../criteria.ts'
import { clauseOf } from '../criteria-sentence.ts'
import { isComplete, newRule, type Path } from '../edit-criteria.ts'
import { fieldOf } from '../fields.ts'
import { useWords } from '../words.ts'
import type { ChangePart } from './change-part.ts'
import { ValueEditor } from './value-editor.tsx'

type Props = { rule: Rule; isNegated: boolean; path: Path; change: ChangePart; fields: BuilderFields }

/** "[80 jaar of ouder] zijn": the chip opens the editor of its rule. */
export function RuleChip({ rule, isNegated, path, change, fields }: Props) {
  const { before, chip, after } = clauseOf(rule, isNegated, useLanguage())
  const write = (next: Rule, not: boolean) => change(path, () => (not ? { not: next } : next))
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2">
      {before}
      <Chip
        label={chip}
        isIncomplete={!isComplete(rule)}
        isOpenAtFirst={!isComplete(rule)}
        onRemove={() => change(path, () => null)}
      >
        {(close) => <RuleEditor rule={rule} isNegated={isNegated} write={write} fields={fields} close={close} />}
      </Chip>
      {after}
    </span>
  )
}

type EditorProps = Pick<Props, 'rule' | 'isNegated' | 'fields'> & {
  write: (rule: Rule, isNegated: boolean) => void
  close: () => void
}

function RuleEditor({ rule, isNegated, write, fields, close }: EditorProps) {
  const words = useWords().builder
  const language = useLanguage()
  const { label, operators } = fieldOf(rule.field)
  const options = Object.entries(operators).map(([value, operator]) => ({ value, label: operator.label[language] }))
  const kind = operatorOf(rule)?.value
  return (
    <>
      <h3 className="text-lg font-bold">{label[language]}</h3>
      {options.length > 1 && (
        <SelectField
          name="operator"
          label={words.operator}
          options={options}
          value={rule.operator}
          onChange={({ target }) => write(newRule(rule.field, target.value), isNegated)}
        />
      )}
      {kind && (
        <ValueEditor
          key={rule.operator}
          rule={rule}
          kind={kind}
          choices={fields.choices}
          onChange={(next) => write(next, isNegated)}
        />
      )}
      <CheckboxField
        name="not"
        label={words.isNot}
        hint={words.isNotHint}
        checked={isNegated}
        onChange={({ target }) => write(rule, target.checked)}
      />
      <Button variant="primary" onClick={close}>
        {words.done}
      </Button>
    </>
  )
}
