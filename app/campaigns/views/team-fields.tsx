import { type FormEvent, useRef } from 'react'
import { Button } from '#app/ui/button.tsx'
import { NumberField } from '#app/ui/field.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { useWords } from '../words.ts'
import { hoursOfTalking } from './talking-hours.ts'
import { useRefusal } from './use-refusal.ts'

export type TeamChoice = { accountId: string; name: string; isSelected: boolean; hours: number }
export type TeamTotal = { people: number; hours: number }
type TeamFieldsProps = { colleagues: TeamChoice[]; errors: Record<string, string>; onTotal: (total: TeamTotal) => void }

export const defaultHours = 15

/** Tick who joins, with the hours of each: `readTeam` reads it back. */
export function TeamFields({ colleagues, errors, onTotal }: TeamFieldsProps) {
  const words = useWords().team
  const refusalText = useRefusal()
  const container = useRef<HTMLDivElement>(null)
  const count = () => onTotal(totalOf(readRows(container.current)))
  const onInput = ({ target }: FormEvent) => {
    tickWhoGetsHours(target as HTMLInputElement)
    count()
  }
  return (
    <div ref={container} onInput={onInput} onChange={count} className="max-w-2xl">
      <Stack>
        <EvenHours container={container} count={count} />
        <Table
          caption={words.caption}
          isCaptionHidden
          isCompact
          rows={colleagues}
          rowKey={({ accountId }) => accountId}
          selection={{
            name: 'callers[]',
            label: ({ name }) => name,
            isSelected: ({ isSelected }) => isSelected,
            onChange: count,
          }}
          columns={[
            { key: 'name', label: words.name, cell: ({ name }) => name },
            {
              key: 'hours',
              label: words.hours,
              hasControls: true,
              cell: (colleague) => (
                <HoursField colleague={colleague} error={refusalText(errors[`hours-${colleague.accountId}`])} />
              ),
            },
          ]}
        />
      </Stack>
    </div>
  )
}

type HoursFieldProps = { colleague: TeamChoice; error: string | undefined }

function HoursField({ colleague: { accountId, name, hours }, error }: HoursFieldProps) {
  const words = useWords().team
  return (
    <NumberField
      name={`hours-${accountId}`}
      label={words.hoursOf(name)}
      isLabelHidden
      unit={words.hoursUnit}
      inputMode="decimal"
      pattern="[0-9]+([.,][0-9])?"
      defaultValue={String(hours).replace('.', ',')}
      error={error}
    />
  )
}

function EvenHours({ container, count }: { container: React.RefObject<HTMLDivElement | null>; count: () => void }) {
  const words = useWords().team
  const fill = () => {
    const value = container.current?.querySelector<HTMLInputElement>('#hours-all')?.value || String(defaultHours)
    for (const { box, hours } of rowsIn(container.current)) if (box.checked) hours.value = value
    count()
  }
  return (
    <div className="flex flex-wrap items-end gap-3">
      <NumberField
        name="hours-all"
        label={words.all}
        hint={words.allHint}
        unit={words.hoursUnit}
        inputMode="decimal"
        pattern="[0-9]+([.,][0-9])?"
        defaultValue={defaultHours}
      />
      <Button onClick={fill}>{words.even}</Button>
    </div>
  )
}

/** How much the ticked colleagues offer together, and what `homes` ask. */
export function TotalOffered({ total: { people, hours }, homes }: { total: TeamTotal; homes: number | null }) {
  const words = useWords().team
  const language = useLanguage()
  const number = (value: number) => numberText(value, language, Number.isInteger(value) ? 0 : 1)
  return (
    <p role="status" className="order-first min-w-0 basis-full sm:order-none sm:basis-auto">
      <span className="block font-bold">{words.total(number(people), number(hours))}</span>
      {homes !== null && (
        <span className="block text-sm text-ink-soft">
          {words.needed(number(Math.round(hoursOfTalking(homes))), number(homes))}
        </span>
      )}
    </p>
  )
}

/** Whoever is given hours joins. */
function tickWhoGetsHours({ name, value, form }: HTMLInputElement) {
  if (!name?.startsWith('hours-') || name === 'hours-all' || !value) return
  const box = [...(form?.querySelectorAll<HTMLInputElement>('[name="callers[]"]') ?? [])].find(
    (each) => `hours-${each.value}` === name,
  )
  if (box) box.checked = true
}

function rowsIn(container: HTMLElement | null) {
  const boxes = [...(container?.querySelectorAll<HTMLInputElement>('[name="callers[]"]') ?? [])]
  return boxes.flatMap((box) => {
    const hours = container?.querySelector<HTMLInputElement>(`[name="hours-${box.value}"]`)
    return hours ? [{ box, hours }] : []
  })
}

const readRows = (container: HTMLElement | null) =>
  rowsIn(container).map(({ box, hours }) => ({
    isSelected: box.checked,
    hours: Number(hours.value.replace(',', '.')) || 0,
  }))

export function totalOf(rows: { isSelected: boolean; hours: number }[]) {
  const selected = rows.filter(({ isSelected }) => isSelected)
  return { people: selected.length, hours: selected.reduce((total, { hours }) => total + hours, 0) }
}
