import { z } from 'zod'
import { clockTime, fenceField, optional, phone, text, ticked } from '#app/claims/schema-parts.ts'
import { wordsToLookAt } from '#app/conversations/note-guard.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { agreements, contactEndings, contactKinds } from './contact.ts'
import { goingOn, ringBackMinutes } from './record-choices.ts'

const fields = z.object({
  /** The same key gives the same answer, however often it is sent. */
  key: z.uuid(),
  fence: fenceField,
  notes: text(10_000),
  /** They looked at what the note guard found, and it stays. */
  noteConfirmed: ticked,
  kind: optional(z.enum(contactKinds)),
  agreed: optional(z.enum(agreements)),
  /** To be rung back on, when it is another than the one that rang. */
  phone: optional(phone),
  result: z.enum([...contactEndings, ...goingOn], 'result-required'),
  /** When to ring back: within so many minutes, or at a moment on the wall clock of the desk. */
  ringIn: optional(z.enum([...ringBackMinutes, 'moment'])),
  ringOn: optional(z.iso.date('date')),
  ringAt: optional(clockTime),
  /** Who rings back: whoever saves it, or whoever of the desk is there. */
  ringBy: z.enum(['me', 'desk']).default('me'),
})

/** What an operator saves of a contact. Problems are named after their field. */
export const recordSchema = fields.superRefine((input, context) => {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  for (const { path, message } of wordsToLookAt([{ path: ['notes'], words: input.notes }], input.noteConfirmed))
    refuse(path, message)
  if (input.result !== 'ring-back') return
  if (!input.ringIn) refuse(['ringIn'], 'ring-required')
  if (input.ringIn === 'moment' && !input.ringOn) refuse(['ringOn'], 'date')
  if (input.ringIn === 'moment' && !input.ringAt) refuse(['ringAt'], 'time')
})
export type RecordInput = z.output<typeof recordSchema>

export const newContactSchema = z.object({
  key: z.uuid(),
  lineId: z.uuid('required'),
  phone: optional(phone),
  message: text(2000).refine(holdsNoBsn, 'bsn'),
})
export type NewByHand = z.output<typeof newContactSchema>
