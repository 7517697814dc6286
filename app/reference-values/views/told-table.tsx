import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ToldValue } from '../told-values.ts'
import { useWords } from '../words.ts'
import { HeldText } from './held-text.tsx'

/** For whoever answers for a corporation: all that its callers are told by number or amount today. */
export function ToldTable({ values }: { values: ToldValue[] }) {
  const words = useWords()
  return (
    <Section title={words.title} lead={words.toldLead}>
      <Table
        caption={words.title}
        isCaptionHidden
        isCompact
        rows={values}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', label: words.what, cell: ({ key }) => words.names[key] },
          { key: 'holds', label: words.holds, hasControls: true, cell: (held) => <HeldText held={held} /> },
        ]}
      />
    </Section>
  )
}
