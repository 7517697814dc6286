import { SelectField } from '#app/ui/field.tsx'
import type { Column } from '#app/ui/table-props.ts'
import { useWords } from '../words.ts'
import { ChoiceForm } from './choice-form.tsx'

/** The order of a list whose rows are cards: there no column has a head to press. Stands beside the table, as wide as it. */
export function ListOrder<Row>({ columns, order }: { columns: readonly Column<Row>[]; order: string }) {
  const words = useWords()
  const options = columns
    .filter(({ sort }) => sort)
    .flatMap(({ key, label }) => [
      { value: key, label: words.ascending(label) },
      { value: `-${key}`, label: words.descending(label) },
    ])
  return (
    <div className="@container/rows print:hidden">
      <div className="hidden cards:block">
        <ChoiceForm names={['sort']}>
          <SelectField
            key={order}
            name="sort"
            label={words.order}
            options={[{ value: '', label: words.ownOrder }, ...options]}
            defaultValue={order}
          />
        </ChoiceForm>
      </div>
    </div>
  )
}
