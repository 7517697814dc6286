import type { ChoiceList, OwnList } from './field.ts'
import type { FieldName } from './fields.ts'

/** What the corporation's own lists hold. Outcomes and topics are words of our own. */
export type FoundChoices = Record<Exclude<ChoiceList, OwnList>, string[]>

/** What may be asked by this colleague, and what there is to choose from. */
export type BuilderFields = { names: readonly FieldName[]; choices: FoundChoices }
