import { data, redirect } from '@remix-run/node'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { openingIn } from '#app/claims/claim-form.server.ts'
import { draftFieldsIn } from '#app/claims/draft-fields.ts'
import { conversationOutcome } from '#app/conversations/outcomes.ts'
import { withUrgentSaved } from '#app/conversations/urgent-saved.ts'
import type { ReadForm } from '#app/core/form-fields.ts'
import type { FormErrors } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { addConversation } from './add-conversation.server.ts'
import { findConversationAuthor, findConversationDraft } from './conversation-drafts.server.ts'
import { findSpokenWith, showSpokenWith } from './find-spoken-with.server.ts'
import { errorsByField, withoutUnusedBlocks } from './form-blocks.ts'
import { readOutcomeForm } from './outcome-form.ts'
import { readPromiseChoices } from './promise-choices.server.ts'

type Whom = Parameters<typeof findSpokenWith>[1]

/** What the page of an added conversation shows. */
export async function loadConversation(actor: Actor, whom: Whom) {
  const now = new Date()
  const shown = await showSpokenWith(actor, whom)
  if (!shown) throw notFound()
  const { tenantId } = shown
  const kept = await inScopeSql(actor, async (tx) => ({
    draft: await findConversationDraft(tx, actor, tenantId),
    writtenBy: await findConversationAuthor(tx, actor, tenantId),
  }))
  const choices = await readPromiseChoices(actor, dateIn(actor.timeZone, now))
  return { ...shown, ...kept, choices, writeKey: uuidV7(), now: now.toISOString() }
}

/** The tenant that a draft of it is kept about. */
export async function findWrittenAbout(actor: Actor, whom: Whom): Promise<string> {
  const found = await findSpokenWith(actor, whom)
  if (!found) throw notFound()
  return found.tenantId
}

/** Saves it and goes on to `next`; or says what is wrong with what was typed, for the page to show again. */
export async function saveConversation(actor: Actor, whom: Whom, { posted, next }: { posted: ReadForm; next: string }) {
  const found = await findSpokenWith(actor, whom)
  if (!found || found.hasDied) throw notFound()
  const now = new Date()
  const form = withoutUnusedBlocks(posted).with({
    outcome: conversationOutcome,
    // It belongs to a claim, of which there is none.
    fence: '1',
    startedAt: now.toISOString(),
  })
  const read = readOutcomeForm(form)
  if (!read.ok) return refusedWith(read.errors, form)
  const answer = await addConversation(actor, found, { input: read.value, basedOn: openingIn(posted).basedOn, now })
  if (!answer.ok) return refusedWith(answer.errors, form)
  return redirect(withUrgentSaved(next, { ...answer, wellbeing: read.value.wellbeing }))
}

const refusedWith = (errors: FormErrors, form: ReadForm) =>
  data({ errors: errorsByField(errors, form), draftFields: draftFieldsIn(form), writeKey: uuidV7() }, 409)
