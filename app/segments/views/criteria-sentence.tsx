import { useLanguage } from '#app/ui/language.tsx'
import type { Criteria } from '../criteria.ts'
import { sentenceOf } from '../criteria-sentence.ts'

/** Criteria as a sentence to read. */
export const CriteriaSentence = ({ criteria }: { criteria: Criteria }) => <>{sentenceOf(criteria, useLanguage())}</>
