import { StringDecoder } from 'node:string_decoder'
import { isDateFormat } from '#imports/readers/excel-values.ts'
import { attributeOf, type TagHandler, XmlTags } from '#imports/readers/xml-tags.ts'
import { partOf, type Workbook } from '#imports/readers/zip-guard.ts'

/** A style of a cell: does it show a date, and how does it write a number. */
export type CellStyle = { isDate: boolean; code: string | undefined }
export type Sheet = { name: string; part: string; isHidden: boolean }
export type WorkbookIndex = { sheets: Sheet[]; startsIn1904: boolean; strings: string[]; styles: CellStyle[] }

/** Everything a sheet refers to, read before it: names, shared texts and which styles are dates. */
export async function readIndex(workbook: Workbook): Promise<WorkbookIndex> {
  const targets = await readRelations(workbook)
  const { sheets, startsIn1904 } = await readSheets(workbook, targets)
  const other = (kind: string, defaultPart: string) =>
    [...targets.values()].find((target) => target.kind === kind)?.part ?? defaultPart
  const styles = await readStyles(workbook, other('styles', 'xl/styles.xml'))
  const strings = await readStrings(workbook, other('sharedStrings', 'xl/sharedStrings.xml'))
  return { sheets, startsIn1904, strings, styles }
}

/** Feeds one part of the workbook through a handler; false when there is no such part. */
export async function readPart(workbook: Workbook, part: string, handler: TagHandler): Promise<boolean> {
  const entry = workbook.entries.get(part)
  if (entry === undefined) return false
  const tags = new XmlTags(handler)
  const decoder = new StringDecoder('utf8')
  for await (const chunk of partOf(workbook.zip, entry)) tags.push(decoder.write(chunk))
  tags.push(decoder.end())
  return true
}

type Target = { kind: string; part: string }

async function readRelations(workbook: Workbook): Promise<Map<string, Target>> {
  const targets = new Map<string, Target>()
  const ignore = () => undefined
  await readPart(workbook, 'xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attributeOf(attributes, 'Target') ?? ''
      const kind = (attributeOf(attributes, 'Type') ?? '').split('/').at(-1) ?? ''
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`.replace('xl/../', '')
      targets.set(attributeOf(attributes, 'Id') ?? '', { kind, part })
    },
    text: ignore,
    close: ignore,
  })
  return targets
}

async function readSheets(workbook: Workbook, targets: ReadonlyMap<string, Target>) {
  const sheets: Sheet[] = []
  let startsIn1904 = false
  const ignore = () => undefined
  await readPart(workbook, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') startsIn1904 = /^(?:1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const target = targets.get(attributeOf(attributes, 'id') ?? '')
      const part = target?.part ?? `xl/worksheets/sheet${sheets.length + 1}.xml`
      const isSheet = target === undefined || target.kind === 'worksheet'
      if (isSheet && workbook.entries.has(part))
        sheets.push({ name: attributeOf(attributes, 'name') ?? '', part, isHidden: isHidden(attributes) })
    },
    text: ignore,
    close: ignore,
  })
  return { sheets, startsIn1904 }
}

/** Hidden by a click, or so that only a program can show it again. */
const isHidden = (attributes: string) => /^(?:hidden|veryHidden)$/.test(attributeOf(attributes, 'state') ?? '')

async function readStyles(workbook: Workbook, part: string): Promise<CellStyle[]> {
  const formats = new Map<number, string>()
  const styles: CellStyle[] = []
  let isInCellFormats = false
  await readPart(workbook, part, {
    open(name, attributes) {
      if (name === 'numFmt')
        formats.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '')
      else if (name === 'cellXfs') isInCellFormats = true
      else if (name === 'xf' && isInCellFormats) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
        const code = formats.get(id)
        styles.push({ isDate: isDateFormat(id, code), code })
      }
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false
    },
  })
  return styles
}

async function readStrings(workbook: Workbook, part: string): Promise<string[]> {
  const strings: string[] = []
  let current = ''
  let isText = false
  let isPhonetic = false
  await readPart(workbook, part, {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 'rPh') isPhonetic = true
      else if (name === 't') isText = !isPhonetic
    },
    text(text) {
      if (isText) current += text
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'si') strings.push(current)
    },
  })
  return strings
}
