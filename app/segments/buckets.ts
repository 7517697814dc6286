import { type ExclusionReason, exclusionReasons } from './exclusions.ts'

/** The numbers of a count that names can be asked for. */
export const buckets = ['homes', 'matched', 'household', ...exclusionReasons] as const
export type Bucket = 'homes' | 'matched' | 'household' | ExclusionReason
export const isBucket = (text: string): text is Bucket => (buckets as readonly string[]).includes(text)

export const namesPerPage = 50
/** The columns of the list of names that it can be sorted by. */
export const nameSortColumns = ['name', 'age', 'address'] as const
