import { printable } from '#app/core/pdf-runs.ts'
import { Section } from '#app/ui/page.tsx'
import type { GestureRow } from '../gestures.server.ts'
import { pagesFor, sheet } from '../label-sheet.ts'
import { labelLines } from '../label-text.ts'
import { useWords } from '../words.ts'

/** The first sheet, with the places that were used before left open. */
export function LabelPreview({ rows, skip }: { rows: GestureRow[]; skip: number }) {
  const words = useWords().labels
  const shown = rows.slice(0, sheet.perPage - skip)
  const used = Array.from({ length: rows.length > 0 ? skip : 0 }, (_, index) => `used-${index}`)
  return (
    <Section title={words.preview} lead={words.howMany(rows.length, pagesFor(rows.length, skip))}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: it scrolls sideways on a phone, also by keyboard */}
      <div role="group" className="overflow-x-auto" tabIndex={0} aria-label={words.preview}>
        <ul className="grid w-2xl max-w-none grid-cols-3 rounded-sm border border-line-strong bg-surface">
          {used.map((key) => (
            <li key={key} aria-hidden="true" className="h-24 border border-dashed border-line bg-surface-sunk" />
          ))}
          {shown.map((row) => (
            <li
              key={row.id}
              className="flex h-24 flex-col justify-center border border-dashed border-line px-4 text-xs wrap-anywhere"
            >
              {labelLines(row).map((line) => (
                <span key={line}>{printable(line)}</span>
              ))}
            </li>
          ))}
        </ul>
      </div>
      {rows.length > shown.length && <p className="text-ink-soft">{words.previewMore(rows.length - shown.length)}</p>}
    </Section>
  )
}
