import { describe, expect, test } from 'vitest'
import { promisesIn } from '#app/campaigns/call-view/read-call-form.ts'
import { blocksOf, typedIn } from '#app/campaigns/call-view/typed.ts'

const me = '11111111-1111-4111-8111-111111111111'

describe('what is typed in the call form', () => {
  test('a draft holds every field but what belongs to one opening of the form', () => {
    const form = new FormData()
    const fields = [
      ['key', 'k'],
      ['fence', '3'],
      ['startedAt', 't'],
      ['afterwards', 'next'],
      ['notes', 'Zij tuiniert graag'],
      ['topics[]', 'chat'],
      ['topics[]', 'garden'],
    ] as const
    for (const [name, value] of fields) form.append(name, value)
    expect(typedIn(form)).toEqual({ notes: ['Zij tuiniert graag'], 'topics[]': ['chat', 'garden'] })
  })

  test('blocks are found in order, whatever was taken away between them', () => {
    expect(
      blocksOf({ 'followUp-7-kind': [''], 'followUp-2-promise': [''], 'gesture-1-text': [''] }, 'followUp'),
    ).toEqual([2, 7])
  })

  test('a promise that was added counts, also when it was left empty: it must be asked', () => {
    const { followUps } = promisesIn(
      { 'followUp-0-kind': ['visit'], 'followUp-0-promise': [''], 'followUp-0-dueOn': [''] },
      me,
    )
    expect(followUps).toEqual([{ number: 0, kind: 'visit', promise: '', ownerId: me, dueOn: '', dueTime: '' }])
  })

  test('the empty blocks of a browser without script are no promises', () => {
    const typed = {
      'followUp-90-kind': [''],
      'followUp-90-promise': [''],
      'followUp-90-dueOn': [''],
      'referral-91-agencyId': [''],
      'referral-91-question': [' '],
      'gesture-92-kind': ['card'],
      'gesture-92-text': [''],
    }
    expect(promisesIn(typed, me)).toEqual({ followUps: [], referrals: [], gestures: [] })
  })

  test('consent is only there when it was ticked', () => {
    const { referrals } = promisesIn({ 'referral-1-agencyId': ['a'], 'referral-1-question': ['Maatje'] }, me)
    expect(referrals[0]).toMatchObject({ consent: false, ownerId: me })
  })
})
