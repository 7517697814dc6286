import { data, redirect } from '@remix-run/node'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { openingIn } from '#app/claims/claim-form.server.ts'
import { draftFieldsIn } from '#app/claims/draft-fields.ts'
import { type Correctable, findCorrectable } from '#app/conversations/correct-conversation.server.ts'
import { readUrgentNumbers } from '#app/conversations/urgent-numbers.server.ts'
import { withUrgentSaved } from '#app/conversations/urgent-saved.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { dialable } from '#app/tenants/phone-text.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { correctCall } from './correct-call.server.ts'
import { findCorrectionDraft } from './correction-drafts.server.ts'
import { correctionSchema } from './correction-schema.ts'
import { quickMoments } from './quick-moments.ts'
import { findSavedCall, type SavedCall, type Which } from './saved-call.server.ts'
import { rangFields } from './urgent-rang.ts'

const callList = '/calls'
const backOf = (actor: Actor, tenantId: string) => (can(actor, 'tenant:read') ? `/tenants/${tenantId}` : callList)

/** What the page that corrects a call, or a conversation that was none, shows. */
export async function loadCorrection(actor: Actor, which: Which) {
  const now = new Date()
  const found = await inScopeSql(actor, (tx) => findBoth(tx, actor, which))
  if (!found) throw notFound()
  const { call, conversation, urgentNumbers, kept } = found
  const one = call ?? conversation
  if (!one) throw notFound()
  const rang = rangFields(
    conversation?.urgentRang ?? '',
    urgentNumbers.map((number) => number.name),
  )
  return {
    name: one.name,
    at: one.at.toISOString(),
    call: call && shownCall(actor, call, now),
    isSpoken: conversation?.wellbeing != null,
    urgentNumbers,
    stored: {
      ...storedFields(call, conversation),
      urgentRang: [rang.typed],
      'urgentCalled[]': rang.called,
    },
    ...kept,
    formKey: uuidV7(),
    path: 'attemptId' in which ? `/attempts/${which.attemptId}` : `/conversations/${which.conversationId}`,
    back: backOf(actor, one.tenantId),
    today: dateIn(actor.timeZone, now),
    now: now.toISOString(),
  }
}

async function findBoth(tx: SqlTx, actor: Actor, which: Which) {
  const call = await findSavedCall(tx, actor, which)
  const id = 'conversationId' in which ? which.conversationId : call?.conversationId
  const conversation = id ? await findCorrectable(tx, actor, id) : null
  if (!call && !conversation) return null
  if (call) await recordAudit(tx, actor, { action: 'attempt:viewed', subject: 'target', subjectId: call.targetId })
  const kept = await findCorrectionDraft(tx, actor, which)
  return { call, conversation, kept, urgentNumbers: await readUrgentNumbers(tx, actor) }
}

function shownCall(actor: Actor, call: SavedCall, now: Date) {
  const { outcome, homeStays, numberUsed, numbers, policy } = call
  return {
    outcome,
    homeStays,
    numbers: numberUsed || numbers.length < 2 ? [] : numbers.map(dialable),
    quick: quickMoments(policy, actor.timeZone, now),
  }
}

/** As a form holds it. */
function storedFields(call: SavedCall | null, conversation: Correctable | null) {
  const { notes = '', spokeWith = '', language = '', wellbeing, topics = [] } = conversation ?? {}
  return {
    outcome: call ? [call.outcome] : [],
    objects: call?.objects ? ['on'] : [],
    skipReason: call?.skipReason ? [call.skipReason] : [],
    notes: [notes],
    spokeWith: [spokeWith],
    language: [language],
    wellbeing: wellbeing ? [wellbeing] : [],
    'topics[]': topics as string[],
  }
}

/** Saves it and goes back; or gives what is wrong with what was typed, for the page to show again. */
export async function saveCorrection(actor: Actor, which: Which, request: Request) {
  const form = await readForm(request)
  const read = parseForm(correctionSchema, form)
  const answer = read.ok
    ? await correctCall(actor, which, { correction: read.value, opening: openingIn(form), now: new Date() })
    : read
  if (!answer) throw notFound()
  if (!read.ok || !answer.ok)
    return data({ errors: answer.ok ? {} : answer.errors, draftFields: draftFieldsIn(form) }, 409)
  const { conversationId } = answer
  throw redirect(withUrgentSaved(backOf(actor, answer.tenantId), { conversationId, wellbeing: read.value.wellbeing }))
}
