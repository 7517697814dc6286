import { useRef, useState } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { SearchField } from 'react-aria-components/SearchField'
import { Icon } from '#app/ui/icon.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { type FieldGroup, fieldGroups } from '../field.ts'
import { type FieldName, fieldOf } from '../fields.ts'
import { useWords } from '../words.ts'

type Props = {
  id?: string
  label: string
  names: readonly FieldName[]
  isSmall?: boolean
  onAdd: (field: FieldName) => void
}

const button =
  'target inline-flex items-center gap-2 rounded-md border border-line-strong bg-surface px-3 py-1 text-base font-bold hover:bg-surface-sunk'

/** A list of everything that can be asked, found by typing a word of it. */
export function AddRule({ id, label, names, isSmall, onAdd }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        id={id}
        ref={trigger}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
        className={isSmall ? 'inline-flex min-h-8 min-w-8 items-center justify-center pointer-coarse:min-h-11' : button}
      >
        <Icon name="plus" />
        <span className={isSmall ? 'sr-only' : ''}>{label}</span>
      </button>
      <Popover
        triggerRef={trigger}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        placement="bottom start"
        className="w-[min(24rem,calc(100vw-2rem))] rounded-md border border-line-strong bg-surface-raised text-ink shadow-raised"
      >
        <Dialog aria-label={label} className="flex max-h-[inherit] flex-col outline-none">
          <FieldList
            names={names}
            onChoose={(field) => {
              setIsOpen(false)
              onAdd(field)
            }}
          />
        </Dialog>
      </Popover>
    </>
  )
}

function FieldList({ names, onChoose }: { names: readonly FieldName[]; onChoose: (field: FieldName) => void }) {
  const words = useWords()
  const { contains } = useFilter({ sensitivity: 'base' })
  const present = fieldGroups.filter((group) => names.some((name) => fieldOf(name).group === group))
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={words.builder.search} autoFocus className="border-b border-line p-3">
        <Input
          placeholder={words.builder.search}
          className="target w-full rounded-md border border-line-strong bg-surface px-3"
        />
      </SearchField>
      <Menu
        aria-label={words.builder.search}
        className="min-h-0 overflow-y-auto p-2 outline-none"
        renderEmptyState={() => <p className="p-3 text-ink-soft">{words.builder.nothingFound}</p>}
        onAction={(name) => onChoose(name as FieldName)}
      >
        {present.map((group) => (
          <GroupSection key={group} group={group} names={names.filter((name) => fieldOf(name).group === group)} />
        ))}
      </Menu>
    </Autocomplete>
  )
}

function GroupSection({ group, names }: { group: FieldGroup; names: FieldName[] }) {
  const words = useWords()
  const language = useLanguage()
  return (
    <MenuSection>
      <Header className="px-3 pt-3 pb-1 text-sm font-bold text-ink-soft">{words.groups[group]}</Header>
      {names.map((name) => (
        <MenuItem
          key={name}
          id={name}
          textValue={fieldOf(name).label[language]}
          className="target flex cursor-pointer items-center rounded-md px-3 outline-none data-focused:bg-accent-soft data-hovered:bg-surface-sunk"
        >
          {fieldOf(name).label[language]}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
