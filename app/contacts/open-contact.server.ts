import { type LoadedCaller, loadCaller } from '#app/callers/load-caller.server.ts'
import { inHandsOf } from '#app/claims/claim-kind.ts'
import type { Draft } from '#app/claims/draft-store.server.ts'
import { findDraft } from '#app/claims/drafts.server.ts'
import { readUrgentNumbers, type ShownUrgentNumber } from '#app/conversations/urgent-numbers.server.ts'
import { eachAtOnce, inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { readValuesNow } from '#app/reference-values/read-values.server.ts'
import { phonesOf, type ShownPhone } from '#app/reference-values/shown-phones.ts'
import { type Dialable, dialable } from '#app/tenants/phone-text.server.ts'
import type { AtContact } from './at-contact.ts'
import { auditOnce } from './audit-once.server.ts'
import { type BoardRow, findOnBoard } from './board.server.ts'
import type { Agreement, ContactEnding } from './contact.ts'
import { contactClaims } from './contact-claims.ts'
import { readStory, type StoryStep } from './contact-story.server.ts'
import type { DangerSign } from './danger-signs.ts'
import { messageColumn } from './insert-contact.server.ts'
import { type KnownContact, knownAlready } from './known-already.server.ts'
import { type Judging, loadJudging } from './load-judging.server.ts'
import { offerColumn } from './offer-contact.server.ts'
import { listOperators, type Operator } from './presence.server.ts'
import { notesColumn } from './save-record.server.ts'
import { placeColumn } from './whereabouts.server.ts'

/** What a contact is besides its row on the board. */
type Details = {
  holder: string | null
  tenantId: string | null
  homeId: string | null
  isAnonymous: boolean
  isDanger: boolean | null
  dangerSign: DangerSign | null
  numberAskedAt: Date | null
  askLaterAt: Date | null
  agreed: Agreement | null
  outcome: ContactEnding | null
  closedAt: Date | null
  closer: string | null
  answerer: string | null
  endedAt: Date | null
  offereeName: string | null
}
type Sealed = Record<'messageSealed' | 'notesSealed' | 'offerSealed' | 'placeSealed', Uint8Array | null>
type Texts = { message: string; notes: string; offer: string; place: string }

export type OpenedContact = BoardRow &
  Omit<Details, 'holder'> &
  Texts & {
    /** In the hands of whoever asks: they may save it, also when their lease has lapsed and nobody took it. */
    isMine: boolean
    number: Dialable | null
    story: StoryStep[]
    known: KnownContact[]
    urgentNumbers: ShownUrgentNumber[]
  }
export type ContactPage = {
  contact: OpenedContact
  /** Who is calling; null when it is nobody's to look up now. */
  caller: LoadedCaller | null
  /** Null on the chat line, where nothing is judged. */
  judging: Judging | null
  draft: Draft | null
  /** What others typed of it and did not save. */
  otherTexts: { by: string; draft: Draft }[]
  colleagues: Operator[]
  /** On the chat line, for somebody who is not well. */
  crisisNumbers: ShownPhone[]
}

// Somebody is on the line; whatever is asked here is found by its key.
const quickly = { plansOnce: true }

/** All of one contact, as somebody of the desk sees it; that they did is written down once. Null when it is gone. */
export function openContact(actor: AtContact, contactId: string, now: Date): Promise<ContactPage | null> {
  return inScopeSql(
    actor,
    async (tx) => {
      const contact = await readContact(tx, actor, contactId)
      if (!contact) return null
      await auditOnce(tx, actor, { action: 'contact:opened', subject: 'contact', subjectId: contactId })
      const row = { kind: contactClaims, id: contactId }
      const caller = contact.isMine ? await callerOf(tx, actor, { contact, query: '', now }) : null
      if (caller) await auditShown(tx, actor, { contactId, caller })
      return {
        contact,
        caller,
        judging: contact.lineKind === 'chat' ? null : await loadJudging(tx, actor, { contact, caller, now }),
        draft: await findDraft(tx, actor, row),
        otherTexts: contact.isMine ? await othersTexts(tx, actor, contactId) : [],
        colleagues: (await listOperators(tx, actor.deskId)).filter(({ accountId }) => accountId !== actor.accountId),
        crisisNumbers: contact.lineKind === 'chat' ? await readCrisisNumbers(tx, actor, now) : [],
      }
    },
    quickly,
  )
}

/** Whom somebody means by what they typed, with whoever has the number. Null when it is not in their hands. */
export async function searchCaller(
  actor: AtContact,
  { contactId, query, now }: { contactId: string; query: string; now: Date },
): Promise<LoadedCaller | null> {
  const reading = eachAtOnce(actor)
  const contact = await readCalling(reading, actor, contactId)
  if (!contact) return null
  const caller = await callerOf(reading, actor, { contact, query, now })
  if (caller) await inScopeSql(actor, (tx) => auditShown(tx, actor, { contactId, caller }), quickly)
  return caller
}

type Calling = Pick<OpenedContact, 'phone' | 'isHidden' | 'tenantId' | 'homeId' | 'isAnonymous'>
type Asked = { contact: Calling; query: string; now: Date }

/** Who is calling, of what is in the hands of whoever asks: each letter they type asks it anew. */
async function readCalling(tx: SqlRunner, actor: AtContact, contactId: string): Promise<Calling | null> {
  const [calling] = await tx.sql<Calling>(sql`
    SELECT g.phone, g.is_hidden AS "isHidden", g.tenant_id AS "tenantId", g.home_id AS "homeId", g.is_anonymous AS "isAnonymous"
    FROM desk_contact g WHERE g.corporation_id = ${actor.corporationId}::int AND g.id = ${contactId}::uuid
      AND g.state <> 'closed' AND ${inHandsOf(actor, contactClaims)}`)
  return calling ?? null
}

async function callerOf(tx: SqlRunner, actor: AtContact, { contact, query, now }: Asked) {
  const { phone, isHidden, tenantId, homeId, isAnonymous } = contact
  if (isAnonymous) return null
  return loadCaller(tx, actor, { about: { phone, isHidden, query, tenantId, homeId }, now })
}

/** Before anybody sees them. */
async function auditShown(
  tx: SqlRunner,
  actor: AtContact,
  { contactId, caller }: { contactId: string; caller: LoadedCaller },
) {
  const tenants = caller.shown.toSorted()
  if (tenants.length === 0) return
  await auditOnce(tx, actor, {
    action: 'contact:people-shown',
    subject: 'contact',
    subjectId: contactId,
    details: { tenants },
  })
}

const readCrisisNumbers = async (tx: SqlRunner, actor: AtContact, now: Date): Promise<ShownPhone[]> =>
  phonesOf(await readValuesNow(tx, actor, now), ['emergency', 'suicide-prevention', 'listening-line'])

async function readContact(tx: SqlTx, actor: AtContact, contactId: string): Promise<OpenedContact | null> {
  const [row] = await findOnBoard(tx, actor.deskId, [contactId])
  const [found] = await tx.sql<Details & Sealed>(sql`
    SELECT g.holder, g.tenant_id AS "tenantId", g.home_id AS "homeId", g.is_anonymous AS "isAnonymous", g.is_danger AS "isDanger",
      g.danger_sign AS "dangerSign", g.number_asked_at AS "numberAskedAt", g.ask_later_at AS "askLaterAt", g.place_sealed AS "placeSealed",
      g.agreed, g.outcome, g.closed_at AS "closedAt", c.name AS closer, b.name AS answerer, g.ended_at AS "endedAt", o.name AS "offereeName",
      g.message_sealed AS "messageSealed", g.notes_sealed AS "notesSealed", g.offer_sealed AS "offerSealed"
    FROM desk_contact g LEFT JOIN account c ON c.id = g.closed_by LEFT JOIN account b ON b.id = g.answered_by
      LEFT JOIN account o ON o.id = g.offered_to
    WHERE g.corporation_id = ${actor.corporationId}::int AND g.desk_id = ${actor.deskId}::int AND g.id = ${contactId}::uuid`)
  if (!row || !found) return null
  const { holder, messageSealed, notesSealed, offerSealed, placeSealed, ...details } = found
  const isOpen = row.state !== 'closed'
  return {
    ...row,
    ...details,
    ...(await openTexts(tx, actor, { id: contactId, messageSealed, notesSealed, offerSealed, placeSealed })),
    isMine: isOpen && holder === actor.accountId && (row.claimedBy === null || row.claimedBy === holder),
    number: row.phone ? dialable(row.phone) : null,
    story: await readStory(tx, actor, contactId),
    known: isOpen ? await knownAlready(tx, actor, { contactId, homeId: details.homeId }) : [],
    urgentNumbers: await readUrgentNumbers(tx, actor),
  }
}

async function openTexts(
  tx: SqlRunner,
  actor: AtContact,
  { id, messageSealed, notesSealed, offerSealed, placeSealed }: Sealed & { id: string },
): Promise<Texts> {
  const sealer = await sealerFor(tx, actor.corporationId)
  return {
    message: messageSealed ? sealer.open(messageColumn(id), messageSealed) : '',
    notes: notesSealed ? sealer.open(notesColumn(id), notesSealed) : '',
    offer: offerSealed ? sealer.open(offerColumn(id), offerSealed) : '',
    place: placeSealed ? sealer.open(placeColumn(id), placeSealed) : '',
  }
}

async function othersTexts(
  tx: SqlRunner,
  actor: AtContact,
  contactId: string,
): Promise<{ by: string; draft: Draft }[]> {
  const authors = await tx.sql<{ accountId: string; name: string }>(sql`
    SELECT d.account_id AS "accountId", a.name FROM contact_draft d JOIN account a ON a.id = d.account_id
    WHERE d.corporation_id = ${actor.corporationId}::int AND d.contact_id = ${contactId}::uuid AND d.account_id <> ${actor.accountId}::uuid`)
  const texts: { by: string; draft: Draft }[] = []
  for (const { accountId, name } of authors) {
    const draft = await findDraft(tx, { ...actor, accountId }, { kind: contactClaims, id: contactId })
    if (draft) texts.push({ by: name, draft })
  }
  return texts
}
