/** Points of a PDF in a millimetre. */
const perMm = 72 / 25.4

/** Sheets of 24 labels of 70 × 37 mm on A4, three across and eight down. */
export const sheet = {
  columns: 3,
  rows: 8,
  width: 70 * perMm,
  height: 37 * perMm,
  pageWidth: 210 * perMm,
  pageHeight: 297 * perMm,
  /** Eight labels are 296 mm: half a millimetre is left above and below. */
  top: 0.5 * perMm,
  /** Printers leave some 5 mm of the paper blank. */
  padding: 6 * perMm,
  perPage: 24,
}

/** Where a label stands: its page, and its corner in points. `skip` labels of the first sheet were used before. */
export function slotAt(index: number, skip = 0): { page: number; x: number; y: number } {
  const at = index + skip
  const onPage = at % sheet.perPage
  return {
    page: Math.floor(at / sheet.perPage),
    x: (onPage % sheet.columns) * sheet.width,
    y: sheet.top + Math.floor(onPage / sheet.columns) * sheet.height,
  }
}

export const pagesFor = (labels: number, skip = 0) => Math.ceil((labels + (labels > 0 ? skip : 0)) / sheet.perPage)
