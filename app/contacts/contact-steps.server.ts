import type { z } from 'zod'
import type { FormFields } from '#app/core/form-fields.ts'
import { parseForm } from '#app/core/forms.ts'
import type { Answered } from './answered.ts'
import type { AtContact } from './at-contact.ts'
import { answerDanger, setUrgency } from './judge-contact.server.ts'
import { acceptOffer, declineOffer, offerContact, withdrawOffer } from './offer-contact.server.ts'
import { noteWish } from './place-caller.server.ts'
import { reopenContact } from './reopen-contact.server.ts'
import { giveRingBack, reachCaller } from './ring-back.server.ts'
import { reachOutside } from './ring-outside.server.ts'
import {
  answerSchema,
  circumstanceSchema,
  costsSchema,
  dangerSchema,
  inHandSchema,
  kindSchema,
  numberSchema,
  offerSchema,
  overrideSchema,
  ownerSchema,
  placeSchema,
  questionSchema,
  readBackSchema,
  reopeningSchema,
  safetySchema,
  urgencySchema,
} from './step-schemas.ts'
import {
  answerInContact,
  chooseKind,
  noteCosts,
  noteReadBack,
  noteSafetyRead,
  overrideInContact,
  setCircumstanceOf,
} from './triage-contact.server.ts'
import { askLater, noteNumber, notePlace } from './whereabouts.server.ts'

export type StepAnswer =
  | { ok: true; answered?: Answered }
  | { ok: false; reason: string; by?: string | null; errors?: Record<string, string> }

type Run<Input> = (actor: AtContact, input: Input & { contactId: string }) => Promise<StepAnswer>

const step =
  <Schema extends z.ZodType>(schema: Schema, run: Run<z.output<Schema>>) =>
  async (actor: AtContact, contactId: string, form: FormFields): Promise<StepAnswer> => {
    const read = parseForm(schema, form)
    if (!read.ok) return { ok: false, reason: 'invalid', errors: read.errors }
    return run(actor, { ...(read.value as z.output<Schema> & object), contactId })
  }

/** What is done with a contact besides saving its record, by the last word of its address. */
export const contactSteps = {
  danger: step(dangerSchema, answerDanger),
  number: step(numberSchema, noteNumber),
  place: step(placeSchema, notePlace),
  later: step(inHandSchema, askLater),
  kind: step(kindSchema, chooseKind),
  answer: step(questionSchema, answerInContact),
  circumstance: step(circumstanceSchema, setCircumstanceOf),
  override: step(overrideSchema, overrideInContact),
  safety: step(safetySchema, noteSafetyRead),
  costs: step(costsSchema, noteCosts),
  'outside-reached': step(inHandSchema, reachOutside),
  'read-back': step(readBackSchema, noteReadBack),
  urgency: step(urgencySchema, setUrgency),
  wish: step(inHandSchema, noteWish),
  reached: step(inHandSchema, reachCaller),
  owner: step(ownerSchema, giveRingBack),
  offer: step(offerSchema, offerContact),
  withdrawal: step(inHandSchema, withdrawOffer),
  refusal: step(answerSchema, declineOffer),
  acceptance: step(answerSchema, acceptOffer),
  reopening: step(reopeningSchema, reopenContact),
}
export type ContactStepName = keyof typeof contactSteps
