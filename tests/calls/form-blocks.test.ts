import { describe, expect, test } from 'vitest'
import { blockNumbers, errorsByField, withoutUnusedBlocks } from '#app/calls/form-blocks.ts'
import { readOutcomeForm } from '#app/calls/outcome-form.ts'
import { ReadForm } from '#app/core/form-fields.ts'

describe('the blocks of the call form', () => {
  test('blocks are found in order, whatever was taken away between them', () => {
    expect(blockNumbers(['followUp-7-kind', 'followUp-2-promise', 'gesture-1-text'], 'followUp')).toEqual([2, 7])
  })

  test('the blocks that stand there for a browser without script count only when something is in them', () => {
    const fields: [string, string][] = [
      ['outcome', 'spoken'],
      ['followUp-0-kind', 'visit'],
      ['followUp-0-promise', ''],
      ['followUp-90-kind', 'visit'],
      ['followUp-90-promise', ' '],
      ['followUp-90-ownerId', 'me'],
      ['gesture-92-kind', 'card'],
      ['gesture-92-text', 'Fijn u te spreken'],
    ]
    const left = [...withoutUnusedBlocks(new ReadForm(fields)).keys()]
    expect(left).toEqual(['outcome', 'followUp-0-kind', 'followUp-0-promise', 'gesture-92-kind', 'gesture-92-text'])
  })

  test('what is wrong with a promise is shown at its own block, also when an empty one stands before it', () => {
    const form = new FormData()
    const agencyId = '01a20172-63f2-7e1b-bb83-a629e80383cb'
    const fields = {
      key: '01a20172-63f2-7e1b-bb83-a629e80383ca',
      fence: '3',
      startedAt: '2026-11-23T09:00:00Z',
      outcome: 'spoken',
      wellbeing: 'good',
      'referral-0-agencyId': '',
      'referral-0-question': '',
      'referral-4-agencyId': agencyId,
      'referral-4-question': 'Maatje',
      'referral-4-consent': 'on',
      'followUp-90-kind': 'visit',
      'followUp-90-promise': '',
      'followUp-3-kind': 'visit',
      'followUp-3-promise': 'Koffie',
      'followUp-3-ownerId': agencyId,
      'followUp-3-dueOn': '2026-11-30',
    }
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const read = readOutcomeForm(form)
    expect(read).toMatchObject({ ok: true, value: { referrals: [{ agencyId }], followUps: [{ promise: 'Koffie' }] } })
    // As the operation says it, by the lists that it was given.
    const errors = { 'referrals.0.agencyId': 'required', 'followUps.0.dueOn': 'date-past', againAt: 'again-past' }
    expect(errorsByField(errors, form)).toEqual({
      'referral-4-agencyId': 'required',
      'followUp-3-dueOn': 'date-past',
      againAt: 'again-past',
    })
  })

  test('a date alone in a block for browsers without script is a promise that still needs its words', () => {
    const form = new FormData()
    const block = { 'followUp-90-kind': '', 'followUp-90-promise': '', 'followUp-90-dueOn': '2026-11-30' }
    const fields = { outcome: 'spoken', wellbeing: 'good', ...block }
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const read = readOutcomeForm(form)
    expect(read.ok ? {} : read.errors).toMatchObject({ 'followUp-90-promise': 'required' })
  })
})
