import type { ChoiceList } from './field.ts'

/** What the corporation's own lists hold. Outcomes and topics are words of our own. */
export type FoundChoices = Record<Exclude<ChoiceList, 'outcomes' | 'topics'>, string[]>
