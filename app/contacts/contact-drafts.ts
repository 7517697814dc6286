import { type DraftFields, first } from '#app/claims/draft-fields.ts'
import type { DraftPlace } from '#app/claims/draft-store.server.ts'
import { keepableFields } from './record-texts.ts'

/** What was typed of a contact and is not saved. Two texts about one contact: the notes after one another, of the rest the newest. */
export const contactDrafts: DraftPlace = {
  table: 'contact_draft',
  column: 'contact_id',
  keepable: keepableFields,
  joined: (own, other) => ({ ...other, ...own, notes: [joinedNotes(own, other)] }),
}

function joinedNotes(own: DraftFields, other: DraftFields): string {
  const [mine, theirs] = [first(own, 'notes'), first(other, 'notes')]
  if (mine.includes(theirs)) return mine
  return theirs.includes(mine) ? theirs : `${theirs}\n${mine}`
}
