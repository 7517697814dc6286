/** Why a whole file is not read. The words for each reason live with the pages that show it. */
export type FileRefusal =
  | { ok: false; reason: 'empty' }
  | { ok: false; reason: 'only-a-header'; details: { headerRow: number } }
  | { ok: false; reason: 'no-recognisable-header' }
  | { ok: false; reason: 'wrong-encoding'; details: { found: 'binary-zeros' } }
  | { ok: false; reason: 'unclosed-quote'; details: { line: number } }
  | { ok: false; reason: 'not-a-table'; details: { found: ForeignKind } }
  | { ok: false; reason: 'password-protected' }
  | { ok: false; reason: 'old-excel' }
  | { ok: false; reason: 'macros'; details: { part: string } }
  | { ok: false; reason: 'zip-bomb'; details: { rule: ZipRule; part?: string } }
  | { ok: false; reason: 'document-type'; details: { part: string } }
  | { ok: false; reason: 'unreadable-workbook'; details: { part?: string } }
  | { ok: false; reason: 'no-such-sheet'; details: { sheet: string; sheets: string[] } }
  | { ok: false; reason: 'too-many-columns'; details: { columns: number; limit: number } }
  | { ok: false; reason: 'too-large'; details: { bytes: number; limit: number } }
  | { ok: false; reason: 'took-too-long'; details: { seconds: number } }
  | { ok: false; reason: 'header-changed'; details: { missing: string[] } }

/** What a file turned out to be that somebody called a list. */
export type ForeignKind = 'pdf' | 'image' | 'zip' | 'word' | 'opendocument' | 'html' | 'xml' | 'json' | 'binary'

/** Which bound of the zip guard a workbook breaks. */
export type ZipRule =
  | 'too-many-entries'
  | 'entry-too-large'
  | 'inflates-too-large'
  | 'ratio'
  | 'overlapping-entries'
  | 'lying-header'
  | 'nested-archive'

/** A refusal found while rows are already being read: thrown by readers, answered as a value by the public operations. */
export class RefusedFile extends Error {
  readonly refusal: FileRefusal

  constructor(refusal: FileRefusal) {
    super(refusal.reason)
    this.name = 'RefusedFile'
    this.refusal = refusal
  }
}

/** Why one row of a file cannot be split into cells. Such a row is counted, and rejected. */
export type RowDamage =
  | 'unclosed-quote'
  | 'stray-quote'
  | 'too-few-cells'
  | 'too-many-cells'
  | 'row-too-long'
  | 'nul-byte'

/** Why one row is not taken. `no-tenant` is a total, a footer or the header once more. */
export type RejectReason = RowDamage | 'missing-tenant-number' | 'missing-name' | 'tenant-number-too-long' | 'no-tenant'

/** Why one field of an accepted row is left empty, or wants a look. */
export type WarningCode =
  | 'impossible-birth-date'
  | 'invalid-phone-number'
  | 'words-behind-phone-number'
  | 'phone-number-left-out'
  | 'invalid-email-address'
  | 'invalid-postcode'
  | 'invalid-date'
  | 'invalid-amount'
  | 'invalid-household-size'
  | 'invalid-house-number'
  | 'invalid-yes-no'
  | 'invalid-sex'
  | 'unknown-language'
  | 'looks-like-bsn'
  | 'unreadable-characters'
  | 'text-too-long'
  | 'seems-deceased'
  | 'says-nothing'
  | 'became-date'
  | 'no-name'
  | 'several-people'
  | 'other-date-order'
