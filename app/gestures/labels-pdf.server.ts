import { inFace, newPdf } from '#app/core/pdf.server.ts'
import { type Run, runsOf } from '#app/core/pdf-runs.ts'
import { sheet, slotAt } from './label-sheet.ts'

export type Label = readonly string[]

const size = { normal: 12, foldBelow: 9 }
const lineHeight = 1.3
const room = sheet.width - 2 * sheet.padding

/** Address labels as a PDF; `skip` places of the first sheet stay empty, so that a used sheet can go in again. */
export function labelsPdf(
  labels: readonly Label[],
  { title, skip = 0 }: { title: string; skip?: number },
): Promise<Buffer> {
  const { doc, made } = newPdf({ size: [sheet.pageWidth, sheet.pageHeight], margin: 0, info: { Title: title } })
  let page = -1
  labels.forEach((lines, index) => {
    const slot = slotAt(index, skip)
    if (slot.page > page) doc.addPage()
    page = slot.page
    drawLabel(doc, lines, slot)
  })
  if (page < 0) doc.addPage()
  doc.end()
  return made
}

function drawLabel(doc: PDFKit.PDFDocument, lines: Label, { x, y }: { x: number; y: number }) {
  const written = lines.filter((line) => line !== '').flatMap((line) => folded(doc, line))
  const height = written.length * size.normal * lineHeight
  let top = y + (sheet.height - height) / 2
  for (const line of written) {
    drawLine(doc, line, { x: x + sheet.padding, y: top })
    top += size.normal * lineHeight
  }
}

type Line = { runs: Run[]; fontSize: number }

/** A line that is too long becomes smaller, and then folds between words; nothing of an address is cut off. */
function folded(doc: PDFKit.PDFDocument, text: string): Line[] {
  const runs = runsOf(text)
  const wide = widthOf(doc, runs, size.normal)
  const fontSize = Math.min(size.normal, (size.normal * room) / wide)
  const fold = text.lastIndexOf(' ', text.length / 2)
  if (fontSize >= size.foldBelow || fold <= 0) return [{ runs, fontSize }]
  return [...folded(doc, text.slice(0, fold)), ...folded(doc, text.slice(fold + 1))]
}

function drawLine(doc: PDFKit.PDFDocument, { runs, fontSize }: Line, { x, y }: { x: number; y: number }) {
  let left = x
  for (const run of runs) {
    inFace(doc, run).fontSize(fontSize)
    doc.text(run.text, left, y + (size.normal - fontSize), { lineBreak: false })
    left += doc.widthOfString(run.text)
  }
}

function widthOf(doc: PDFKit.PDFDocument, runs: Run[], fontSize: number) {
  doc.fontSize(fontSize)
  return runs.reduce((sum, run) => sum + inFace(doc, run).widthOfString(run.text), 0)
}
