import { Fragment } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import type { BuilderFields } from '../builder-fields.ts'
import { type Criteria, isRule } from '../criteria.ts'
import { type Group, isGroup, newRule, type Path, partsOf, turned, withParts } from '../edit-criteria.ts'
import { useWords } from '../words.ts'
import { AddRule } from './add-rule.tsx'
import type { ChangePart } from './change-part.ts'
import { RuleChip } from './rule-chip.tsx'

type Context = { path: Path; change: ChangePart; fields: BuilderFields }

/** The parts of a group with "en" or "of" between them; pressing that word turns all of them. */
export function GroupWords({ group, ...context }: Context & { group: Group }) {
  const parts = partsOf(group)
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name but its place
    <Fragment key={index}>
      {index > 0 && <Between group={group} {...context} />}
      <Part part={part} {...context} path={[...context.path, index]} />
    </Fragment>
  ))
}

const word =
  'inline-flex min-h-8 items-center rounded-md px-1.5 font-bold underline decoration-dotted underline-offset-4 hover:bg-surface-sunk pointer-coarse:min-h-11'

function Between({ group, path, change }: Context & { group: Group }) {
  const words = useWords().builder
  const isAll = 'all' in group
  return (
    <button
      type="button"
      className={word}
      aria-label={isAll ? words.turnToOr : words.turnToAnd}
      onClick={() => change(path, (part) => (isGroup(part) ? turned(part) : part))}
    >
      {isAll ? words.and : words.or}
    </button>
  )
}

function Part({ part, ...context }: Context & { part: Criteria }) {
  const isNegated = 'not' in part
  const inner = isNegated ? part.not : part
  if (isRule(inner)) return <RuleChip rule={inner} isNegated={isNegated} {...context} />
  return isGroup(inner) ? <NestedGroup group={inner} isNegated={isNegated} {...context} /> : null
}

function NestedGroup({ group, isNegated, path, change, fields }: Context & { group: Group; isNegated: boolean }) {
  const words = useWords().builder
  const write = (next: Group, not = isNegated) => change(path, () => (not ? { not: next } : next))
  return (
    <fieldset
      aria-label={words.group}
      className="flex max-w-full min-w-0 flex-wrap items-center gap-2 rounded-md border border-dashed border-line-strong px-2 py-1"
    >
      <button
        type="button"
        aria-pressed={isNegated}
        aria-label={words.negateGroup}
        onClick={() => write(group, !isNegated)}
        className={`${word} ${isNegated ? 'bg-accent-soft text-accent' : 'font-normal text-ink-soft'}`}
      >
        {words.not}
      </button>
      <GroupWords group={group} path={isNegated ? [...path, 0] : path} change={change} fields={fields} />
      <AddRule
        label={words.addToGroup}
        isSmall
        names={fields.names}
        onAdd={(field) => write(withParts(group, [...partsOf(group), newRule(field)]))}
      />
      <button
        type="button"
        onClick={() => change(path, () => null)}
        className="inline-flex min-h-8 min-w-8 items-center justify-center pointer-coarse:min-h-11 pointer-coarse:min-w-11"
      >
        <Icon name="cross" className="size-4" />
        <span className="sr-only">{words.removeGroup}</span>
      </button>
    </fieldset>
  )
}
