import { describe, expect, it } from 'vitest'
import { readOutcomeForm } from '#app/calls/outcome-form.ts'

const key = '01a20172-63f2-7e1b-bb83-a629e80383ca'
const owner = '01a20172-63f2-7e1b-bb83-a629e80383cb'

function read(fields: Record<string, string | string[]>) {
  const form = new FormData()
  const all = { key, fence: '3', startedAt: '2026-11-23T09:00:00Z', ...fields }
  for (const [name, value] of Object.entries(all)) for (const one of [value].flat()) form.append(name, one)
  return readOutcomeForm(form)
}

describe('the form of a call', () => {
  it('is read with its blocks of promises', () => {
    const answer = read({
      outcome: 'spoken',
      wellbeing: 'good',
      notes: ' Fijn gesprek ',
      'topics[]': ['chat', 'repair'],
      newLandline: '0162 - 41 22 34',
      'followUp-0-kind': 'call-back',
      'followUp-0-promise': 'Volgende week bellen',
      'followUp-0-ownerId': owner,
      'followUp-0-dueOn': '2026-11-30',
      'followUp-0-dueTime': '10:30',
      'gesture-2-kind': 'card',
      'gesture-2-text': 'Hartelijke groet',
    })
    expect(answer).toMatchObject({
      ok: true,
      value: {
        fence: 3,
        outcome: 'spoken',
        notes: 'Fijn gesprek',
        topics: ['chat', 'repair'],
        newLandline: '+31162412234',
        followUps: [{ kind: 'call-back', promise: 'Volgende week bellen', dueOn: '2026-11-30', dueTime: '10:30' }],
        gestures: [{ kind: 'card', text: 'Hartelijke groet' }],
        referrals: [],
      },
    })
  })

  it.each([
    [{}, { outcome: 'outcome-required' }],
    [{ outcome: 'spoken' }, { wellbeing: 'wellbeing-required' }],
    [{ outcome: 'spoken', wellbeing: 'urgent' }, { urgentRang: 'urgent-required' }],
    [{ outcome: 'call-back-later' }, { againOn: 'again-required', againAt: 'again-required' }],
    [{ outcome: 'skipped' }, { skipReason: 'skip-reason-required' }],
    [{ outcome: 'spoken', wellbeing: 'good', newMobile: '12' }, { newMobile: 'phone' }],
    [{ outcome: 'spoken', wellbeing: 'good', newEmail: 'geen adres' }, { newEmail: 'email' }],
    [{ outcome: 'spoken', wellbeing: 'good', notes: 'Heeft dementie' }, { noteConfirmed: 'note-warnings' }],
    [{ outcome: 'spoken', wellbeing: 'good', notes: 'BSN 111222333', noteConfirmed: 'on' }, { notes: 'bsn' }],
    [{ outcome: 'declined', notes: 'BSN 1 1 1 2 2 2 3 3 3', noteConfirmed: 'on' }, { notes: 'bsn' }],
    [{ outcome: 'spoke-to-other', spokeWith: 'dochter, bsn 111222333', noteConfirmed: 'on' }, { spokeWith: 'bsn' }],
    [
      {
        outcome: 'spoken',
        wellbeing: 'good',
        noteConfirmed: 'on',
        'gesture-1-kind': 'card',
        'gesture-1-text': 'Dag 111.222.333',
      },
      { 'gesture-1-text': 'bsn' },
    ],
    [
      { outcome: 'spoken', wellbeing: 'good', 'followUp-4-kind': 'visit', 'followUp-4-promise': '' },
      { 'followUp-4-promise': 'required' },
    ],
    [
      { outcome: 'spoken', wellbeing: 'good', 'referral-1-agencyId': owner, 'referral-1-question': 'Hulp' },
      { 'referral-1-consent': 'consent-required' },
    ],
  ] as [Record<string, string>, Record<string, string>][])('of %j says %j', (fields, errors) => {
    const answer = read(fields)
    expect(answer.ok).toBe(false)
    expect(answer.ok ? {} : answer.errors).toMatchObject(errors)
  })

  it('lets a note stay when it was looked at', () => {
    const answer = read({ outcome: 'spoken', wellbeing: 'good', notes: 'Heeft dementie', noteConfirmed: 'on' })
    expect(answer).toMatchObject({ ok: true, value: { notes: 'Heeft dementie' } })
  })

  it('keeps what somebody else said, and with whom or in which language', () => {
    const notes = 'Ligt in het ziekenhuis'
    const kept = (outcome: string) => {
      const answer = read({
        outcome,
        notes,
        noteConfirmed: 'on',
        spokeWith: 'dochter',
        language: 'Turks',
        wellbeing: 'good',
      })
      return answer.ok
        ? [answer.value.notes, answer.value.spokeWith, answer.value.language, answer.value.wellbeing]
        : answer
    }
    expect(kept('spoke-to-other')).toEqual([notes, 'dochter', '', null])
    expect(kept('language-barrier')).toEqual([notes, '', 'Turks', null])
    for (const outcome of ['declined', 'moved', 'deceased']) expect(kept(outcome)).toEqual([notes, '', '', null])
    expect(kept('busy')).toEqual(['', '', '', null])
  })

  it('asks no day of a conversation that was had, though one was chosen before', () => {
    const answer = read({ outcome: 'spoken', wellbeing: 'good', againOn: '2020-01-01', againAt: '' })
    expect(answer).toMatchObject({ ok: true, value: { againOn: null } })
  })

  it('takes nothing of a conversation along when there was none', () => {
    const answer = read({
      outcome: 'no-answer',
      notes: 'BSN 111222333',
      wellbeing: 'urgent',
      newMobile: 'onzin',
      againOn: 'gisteren',
      'followUp-0-kind': 'visit',
    })
    expect(answer).toMatchObject({ ok: true, value: { notes: '', wellbeing: null, newMobile: null, followUps: [] } })
  })

  it('drops the empty blocks of a browser without script', () => {
    const empty = {
      'followUp-0-kind': '',
      'followUp-0-promise': '',
      'followUp-0-ownerId': owner,
      'referral-0-agencyId': '',
    }
    expect(read({ outcome: 'spoken', wellbeing: 'good', ...empty })).toMatchObject({
      ok: true,
      value: { followUps: [], referrals: [] },
    })
  })
})
