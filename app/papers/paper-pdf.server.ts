import { newPdf, writeText } from '#app/core/pdf.server.ts'
import type { Block } from './paper-blocks.ts'
import { paperWords as words } from './paper-words.ts'

/** A4 in points, with room for a perforator. */
const page = { size: 'A4', margins: { top: 48, bottom: 56, left: 64, right: 48 } } as const
const sizes = { title: 22, chapter: 18, heading: 13, strong: 11, text: 10.5, item: 10.5, row: 10.5, small: 9 } as const
const space = { title: 12, chapter: 4, heading: 10, strong: 6, text: 1, item: 1, row: 1, small: 1 } as const
const indent = 14
const contentsLine = 17

export type Paper = { pdf: Buffer; pages: number }
type Chapter = { text: string; page: number }

/**
 * Cover, contents with the page of each chapter, and the chapters, each on a page of its own; every page says whose it is,
 * of when, and which of how many.
 */
export async function paperPdf({
  cover,
  chapters,
  title,
  madeOn,
}: {
  cover: readonly Block[]
  chapters: readonly Block[][]
  title: string
  madeOn: string
}): Promise<Paper> {
  const { doc, made } = newPdf({ ...page, bufferPages: true, info: { Title: title } })
  const last = () => doc.bufferedPageRange().count - 1
  doc.addPage()
  for (const one of cover) drawBlock(doc, one)
  doc.addPage()
  const contentsPage = last()
  const contents: Chapter[] = []
  for (const blocks of chapters) {
    doc.addPage()
    contents.push({ text: blocks[0] && 'text' in blocks[0] ? blocks[0].text : '', page: last() })
    doc.outline.addItem(contents.at(-1)?.text ?? '')
    for (const one of blocks) drawBlock(doc, one)
  }
  const pages = last() + 1
  doc.switchToPage(contentsPage)
  drawContents(doc, contents)
  for (let index = 0; index < pages; index++) {
    doc.switchToPage(index)
    drawFoot(doc, `${title}, ${madeOn}`, words.page(index + 1, pages))
  }
  doc.end()
  return { pdf: await made, pages }
}

function drawBlock(doc: PDFKit.PDFDocument, one: Block) {
  const size = sizes[one.is]
  const isHead = one.is === 'title' || one.is === 'chapter' || one.is === 'heading' || one.is === 'strong'
  // What belongs below it does not stand alone on the next page.
  if (isHead && doc.y > doc.page.height - page.margins.bottom - 5 * size) doc.addPage()
  doc.y += space[one.is]
  doc.fontSize(size)
  const left = page.margins.left + (one.is === 'item' ? indent : 0)
  if (one.is === 'row') {
    doc.x = left
    writeText(doc, `${one.label}: `, { weight: 'bold', continued: true })
    return writeText(doc, one.text)
  }
  doc.x = left
  writeText(doc, one.text, { weight: isHead ? 'bold' : 'normal' })
}

function drawContents(doc: PDFKit.PDFDocument, chapters: readonly Chapter[]) {
  doc.x = page.margins.left
  doc.y = page.margins.top
  drawBlock(doc, { is: 'heading', text: words.contents })
  const right = doc.page.width - page.margins.right
  doc.y += space.heading
  chapters.forEach(({ text, page: at }) => {
    const y = doc.y
    doc.fontSize(sizes.strong)
    doc.x = page.margins.left
    writeText(doc, text, { lineBreak: false })
    doc.x = right - 60
    doc.y = y
    writeText(doc, String(at + 1), { width: 60, align: 'right', lineBreak: false })
    doc.y = y + contentsLine
  })
}

function drawFoot(doc: PDFKit.PDFDocument, text: string, number: string) {
  const y = doc.page.height - page.margins.bottom + 18
  // Below the margin a text would begin a new page.
  doc.page.margins.bottom = 0
  doc.fontSize(sizes.small)
  doc.x = page.margins.left
  doc.y = y
  writeText(doc, text, { lineBreak: false })
  doc.x = doc.page.width - page.margins.right - 80
  doc.y = y
  writeText(doc, number, { width: 80, align: 'right', lineBreak: false })
}
