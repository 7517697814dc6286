import { useId } from 'react'
import { useLanguage } from '#app/ui/language.tsx'
import type { BuilderFields } from '../builder-fields.ts'
import type { Criteria } from '../criteria.ts'
import { sentenceOf } from '../criteria-sentence.ts'
import { asGroup, changeAt, type Group, newRule, partsOf, withoutDoubleNot, withParts } from '../edit-criteria.ts'
import { useWords } from '../words.ts'
import { AddRule } from './add-rule.tsx'
import type { ChangePart } from './change-part.ts'
import { GroupWords } from './group-words.tsx'

type Props = {
  /** May hold rules that are still being filled in: `finished` of edit-criteria.ts leaves those out. */
  value: Criteria
  onChange: (value: Criteria) => void
  fields: BuilderFields
}

/** Whom to call, as a sentence of which each part can be pressed. */
export function CriteriaBuilder({ value, onChange, fields }: Props) {
  const words = useWords().builder
  const language = useLanguage()
  const addId = useId()
  const root = asGroup(withoutDoubleNot(value))
  const change: ChangePart = (path, to) => {
    onChange(changeAt(root, path, to) ?? { all: [] })
    // What was pressed is gone with its part: the keyboard goes on at the end of the sentence.
    if (path.length > 0)
      requestAnimationFrame(() => document.activeElement === document.body && document.getElementById(addId)?.focus())
  }
  const isEmpty = partsOf(root).length === 0
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="sr-only">{words.label}</legend>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2 text-lg leading-10">
        <strong>{isEmpty ? words.everybody : words.tenantsWho}</strong>
        <GroupWords group={root} path={[]} change={change} fields={fields} />
      </div>
      <AddButtons firstId={addId} root={root} onChange={onChange} names={fields.names} />
      <p className="sr-only" aria-live="polite">
        {sentenceOf(root, language)}
      </p>
    </fieldset>
  )
}

type AddProps = { firstId: string; root: Group; onChange: Props['onChange']; names: BuilderFields['names'] }

/** A group can only be added to something: an empty sentence begins with a rule. */
function AddButtons({ firstId, root, onChange, names }: AddProps) {
  const words = useWords().builder
  const parts = partsOf(root)
  return (
    <div className="flex flex-wrap gap-3">
      <AddRule
        id={firstId}
        label={words.addRule}
        names={names}
        onAdd={(field) => onChange(withParts(root, [...parts, newRule(field)]))}
      />
      {parts.length > 0 && (
        <AddRule
          label={words.addGroup}
          names={names}
          onAdd={(field) => {
            const group = 'all' in root ? { any: [newRule(field)] } : { all: [newRule(field)] }
            onChange(withParts(root, [...parts, group]))
          }}
        />
      )}
    </div>
  )
}
