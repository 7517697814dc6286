import { bsnsIn } from '#imports/typed-bsn.ts'
import { medicalWords } from './medical-words.ts'

/** Something in a note that should perhaps not be kept: where it stands in the text, so that it can be shown. */
export type NoteWarning = { kind: 'bsn' | 'medical'; found: string; at: number }

/**
 * What to look at before saving. Health remarks are art. 9 GDPR: whoever wrote them takes them out, or says that they
 * stay. A citizen service number has no legal ground here (Wabb art. 10): it is never kept, whatever anybody says.
 */
export const noteWarnings = (text: string): NoteWarning[] =>
  [...bsnsIn(text).map((bsn) => ({ kind: 'bsn' as const, ...bsn })), ...medicalIn(text)].sort((a, b) => a.at - b.at)

const medicalPattern = new RegExp(`(?<!\\p{L})(?:${medicalWords.join('|')})(?!\\p{L})`, 'giu')

const medicalIn = (text: string): NoteWarning[] =>
  [...text.matchAll(medicalPattern)].map(({ 0: found, index }) => ({ kind: 'medical', found, at: index }))

type Words = { path: (string | number)[]; words: string }

/** A citizen service number goes; what seems medical is looked at first. */
export function wordsToLookAt(texts: Words[], isConfirmed: boolean) {
  const warnings = texts.map(({ path, words }) => ({ path, kinds: noteWarnings(words).map(({ kind }) => kind) }))
  const withBsn = warnings.filter(({ kinds }) => kinds.includes('bsn'))
  if (withBsn.length > 0) return withBsn.map(({ path }) => ({ path, message: 'bsn' }))
  const isDoubtful = !isConfirmed && warnings.some(({ kinds }) => kinds.length > 0)
  return isDoubtful ? [{ path: ['noteConfirmed'], message: 'note-warnings' }] : []
}
