import { readWorkbookFile } from '#imports/readers/workbook-file.ts'

/** The rows of the only sheet, as the reader of tenant lists gets them. */
export async function readBack(path: string): Promise<string[][]> {
  const found: string[][] = []
  for await (const { rows } of readWorkbookFile({ path, sheet: null, mostRows: null })) found.push(...rows)
  return found
}
