import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Table } from '#app/ui/table.tsx'
import { anyNumber } from '../exchange.ts'
import { useWords } from '../words.ts'

/** `text`: as people read it. */
type Row = { number: string; text: string; line: string | null }

export function NumberTable({ exchangeId, numbers }: { exchangeId: string; numbers: Row[] }) {
  const words = useWords()
  const shown = ({ number, text }: Row) => (number === anyNumber ? words.anyNumber : text)
  return (
    <Table
      caption={words.numbers}
      isCaptionHidden
      rows={numbers}
      rowKey={({ number }) => number}
      empty={<p className="text-ink-soft">{words.noNumbers}</p>}
      columns={[
        { key: 'number', label: words.number, cell: shown },
        { key: 'line', label: words.line, cell: ({ line }) => line ?? words.notServed },
        {
          key: 'remove',
          label: words.remove,
          isLabelHidden: true,
          hasControls: true,
          cell: (row) => (
            <Form
              method="delete"
              action={`/desk/exchanges/${exchangeId}/numbers/${encodeURIComponent(row.number)}`}
              noValidate
            >
              <Button type="submit" aria-label={words.removeNumber(shown(row))}>
                {words.remove}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}
