import { z } from 'zod'
import { amountNotations } from '#imports/amounts.ts'
import { type Field, fields, isBsnHeader } from '#imports/columns.ts'
import { dateNotations } from '#imports/dates.ts'

/** The last is UTF-8 whose letters were taken for another character set on their way, once or more often. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'macintosh',
  'cp850',
  'cp437',
  'utf-8-read-twice',
] as const
export type Encoding = (typeof encodings)[number]

export const delimiters = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

const mappedColumn = z.object({
  header: z.string().max(500),
  field: z.enum(fields).nullable(),
  /** Only where this column is written otherwise than the rest of the list. */
  dateNotation: z.enum(dateNotations).optional(),
  amountNotation: z.enum(amountNotations).optional(),
})

/** How to read one kind of list. What somebody confirmed once is kept, and read back through this schema. */
export const mappingSchema = z
  .object({
    columns: z.array(mappedColumn).min(1).max(500),
    dateNotation: z.enum(dateNotations),
    amountNotation: z.enum(amountNotations),
    encoding: z.enum(encodings),
    delimiter: z.enum(delimiters),
    /** Counted from 0 over the rows of the file that hold anything. */
    headerRow: z.int().min(0).max(50),
    /** The sheet of a workbook; null for a CSV file. */
    sheet: z.string().max(200).nullable(),
  })
  .superRefine(({ columns }, context) => {
    const taken = new Set<Field>()
    for (const [index, { header, field }] of columns.entries()) {
      if (field === null) continue
      const path = ['columns', index, 'field']
      if (isBsnHeader(header)) context.addIssue({ code: 'custom', path, message: 'looks-like-bsn' })
      if (taken.has(field)) context.addIssue({ code: 'custom', path, message: 'field-mapped-twice' })
      taken.add(field)
    }
  })

export type Mapping = z.infer<typeof mappingSchema>
export type MappedColumn = Mapping['columns'][number]
