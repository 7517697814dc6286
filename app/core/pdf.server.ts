import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { type Run, runsOf } from './pdf-runs.ts'
import { processSingleton } from './process-singleton.server.ts'

const weights = { normal: 400, bold: 700 } as const
export type Weight = keyof typeof weights

/** An empty document with our letters in it; `made` is the whole of it once it has ended. */
export function newPdf(options: PDFKit.PDFDocumentOptions): { doc: PDFKit.PDFDocument; made: Promise<Buffer> } {
  const doc = new PDFDocument({ lang: 'nl', ...options, autoFirstPage: false })
  for (const [name, bytes] of fonts()) doc.registerFont(name, bytes)
  return { doc, made: collected(doc) }
}

/** Chooses the file of the font that has the letters of a run. */
export const inFace = (doc: PDFKit.PDFDocument, { face }: Run, weight: Weight = 'normal') =>
  doc.font(`${face} ${weight}`)

/** Writes a text from where the last one ended, folded between words; what follows stands below it. */
export function writeText(
  doc: PDFKit.PDFDocument,
  text: string,
  { weight = 'normal', continued = false, ...options }: PDFKit.Mixins.TextOptions & { weight?: Weight } = {},
) {
  const runs = runsOf(text)
  runs.forEach((run, index) => {
    inFace(doc, run, weight).text(run.text, { ...options, continued: continued || index < runs.length - 1 })
  })
}

const fonts = () =>
  processSingleton('pdf-fonts', () => {
    const here = createRequire(import.meta.url)
    const file = (face: string, weight: Weight) =>
      readFileSync(
        here.resolve(
          `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${face}-${weights[weight]}-normal.woff`,
        ),
      )
    return (['latin', 'latin-ext'] as const).flatMap((face) =>
      (['normal', 'bold'] as const).map((weight) => [`${face} ${weight}`, file(face, weight)] as const),
    )
  })

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}
