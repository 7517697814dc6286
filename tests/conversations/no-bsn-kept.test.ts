import { expect, test } from 'vitest'
import { newAccountSchema } from '#app/accounts/accounts.server.ts'
import { invitationSchema } from '#app/accounts/invitations.server.ts'
import { campaignSchema } from '#app/campaigns/campaign-input.ts'
import { scriptSchema } from '#app/campaigns/script.ts'
import { purposeForm } from '#app/campaigns/views/purpose-form.ts'
import { settingsForm } from '#app/corporations/settings-form.ts'
import { urgentNumberForm } from '#app/corporations/views/read-urgent-number.ts'
import { followUpSteps } from '#app/follow-ups/follow-up-steps.ts'
import { promiseText } from '#app/follow-ups/schema.ts'
import { gestureSchema } from '#app/gestures/schema.ts'
import { agencySchema, questionText } from '#app/referrals/schema.ts'
import { segmentForm } from '#app/segments/schema.ts'
import { source, sources } from '#tests/support/sources.ts'

type Read = (text: string) => { success: boolean; error?: { issues: { message: string }[] } | undefined }

const texts: Record<string, Read> = {
  promise: (text) => promiseText.safeParse(text),
  question: (text) => questionText.safeParse(text),
  'text of a card': (text) => gestureSchema.safeParse({ kind: 'card', text }),
  'result of a promise': (text) => followUpSteps.complete.asks().safeParse({ result: text }),
  'name of a round': (text) => campaignSchema.shape.name.safeParse(text),
  'purpose of a round': (text) => campaignSchema.shape.purpose.safeParse(text),
  'purpose in its form': (text) => purposeForm.shape.purpose.safeParse(text),
  'reason to call': (text) => campaignSchema.shape.reasonToCall.safeParse(text),
  'title in a script': (text) => scriptSchema.safeParse([{ title: text, text: 'Dag' }]),
  'text in a script': (text) => scriptSchema.safeParse([{ title: 'Dag', text }]),
  'name of a selection': (text) => segmentForm.shape.name.safeParse(text),
  'name of an agency': (text) => agencySchema.shape.name.safeParse(text),
  'what an agency helps with': (text) => agencySchema.shape.helpsWith.safeParse(text),
  'name of the corporation': (text) => settingsForm.shape.name.safeParse(text),
  'name of a colleague': (text) => newAccountSchema.shape.name.safeParse(text),
  'name in an invitation': (text) => invitationSchema.shape.name.safeParse(text),
  'name of a number for emergencies': (text) => urgentNumberForm.shape.name.safeParse(text),
  'when to ring it': (text) => urgentNumberForm.shape.ringWhen.safeParse(text),
  'notes with it': (text) => urgentNumberForm.shape.notes.safeParse(text),
}

test.each(Object.entries(texts))('no %s is taken with a citizen service number in it', (_, read) => {
  expect(read('Belt om 111 222 333').error?.issues[0]?.message).toBe('bsn')
  expect(read('Belt op 0162-412233').success).toBe(true)
})

/** Looked at further on, or no words: an address, and what a selection looks for, which may be a number of a home. */
const lookedAtElsewhere = [
  /^app\/accounts\/invite-people\.server\.ts: people: /,
  /^app\/claims\/schema-parts\.ts: export const text = /,
  // Days, and what is typed over from an exchange: a key, addresses of machines, numbers that are dialled.
  /^app\/corporations\/office-hours\.ts: closedOn: /,
  /^app\/exchanges\/exchange-forms\.ts: const (key|addresses|numbers) = /,
  /^app\/referrals\/schema\.ts: email: /,
  /^app\/segments\/criteria\.ts: const choice = /,
]

test('every text that people type and that may be long is looked at, as it comes in', () => {
  const lines = sources
    .filter((file) => !/words(\.\w+)?\.ts$/.test(file))
    .flatMap((file) =>
      source(file)
        .split(/\n(?!\s+\.)/)
        .map((line) => `${file}: ${line.trim()}`),
    )
    .filter((line) => /\.max\([^()]*'too-long'\)/.test(line))
  expect(lines.length).toBeGreaterThan(14)
  const unguarded = lines.filter((line) => !line.includes('holdsNoBsn'))
  expect(unguarded.filter((line) => !lookedAtElsewhere.some((known) => known.test(line)))).toEqual([])
})
