import type { Criteria } from '../criteria.ts'
import type { Path } from '../edit.ts'
import type { FieldName } from '../fields.ts'
import type { FoundChoices } from '../options.ts'

/** What may be asked by this colleague, and what there is to choose from. */
export type BuilderFields = { names: readonly FieldName[]; choices: FoundChoices }

/** Changes the part at a path; `null` takes it out. */
export type ChangePart = (path: Path, to: (part: Criteria) => Criteria | null) => void
