import type { Criteria } from '../criteria.ts'
import type { Path } from '../edit-criteria.ts'

/** Changes the part at a path; `null` takes it out. */
export type ChangePart = (path: Path, to: (part: Criteria) => Criteria | null) => void
