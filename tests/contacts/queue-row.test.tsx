import { expect, test } from 'vitest'
import type { QueueRow } from '#app/contacts/queue-row.ts'
import { boardPhone } from '#app/contacts/row-text.ts'
import { DeskLive } from '#app/contacts/views/desk-live.tsx'
import { QueueRowView } from '#app/contacts/views/queue-row.tsx'
import { asHtml } from '../calls/as-html.tsx'
import { ago, ahead, aRow, me, now, sem } from './a-row.ts'

const person = {
  accountId: me,
  mayWork: true,
  maySupervise: false,
  said: 'free',
  now: new Date(now).toISOString(),
} as const

const shown = async (row: QueueRow, { isGone = false, mayWork = true } = {}) => {
  const html = await asHtml(
    <DeskLive person={{ ...person, mayWork }}>
      <QueueRowView row={row} place={3} isGone={isGone} />
    </DeskLive>,
  )
  return { html, text: html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ') }
}

test('how urgent, how long, for whom, and the key that takes it', async () => {
  const { html, text } = await shown(aRow({ id: 1, waitingSince: ago(125) }))
  for (const said of [
    'Spoed',
    '2:05',
    'Woonstichting De Linde',
    'Spoedreparatie · Telefoon',
    '06 12 34 56 78',
    'Opnemen',
  ])
    expect(text).toContain(said)
  expect(html).toContain('aria-keyshortcuts="3"')
  expect(html).not.toContain('aria-live')
})

test('who it is, the language they speak, and what must be known before speaking', async () => {
  const recognised = { is: 'certain', name: 'Mevrouw Bakker', language: 'tr', attention: 'Slechthorend' } as const
  const { text } = await shown(aRow({ id: 1, recognised }))
  for (const said of ['Mevrouw Bakker', 'spreekt Turks', 'Slechthorend']) expect(text).toContain(said)
  expect((await shown(aRow({ id: 1, phone: null, isHidden: true }))).text).toContain('Nummer afgeschermd')
  expect((await shown(aRow({ id: 1, recognised: { is: 'possible' } }))).text).toContain('mogelijk een bekend nummer')
})

test('who has it, and that it may be taken over, saying from whom', async () => {
  const row = aRow({ id: 1, state: 'talking', claimedBy: sem, claimant: 'Sem de Boer', answeredAt: ago(130), fence: 4 })
  const { html, text } = await shown(row)
  for (const said of ['Bij Sem de Boer, 2 min', 'Overnemen van Sem de Boer', 'Wat al is getypt, blijft bewaard'])
    expect(text).toContain(said)
  expect(html).toContain('name="fence" value="4"')
  expect(text).not.toContain('Opnemen')
})

test('until when nobody has to ring back, how much too late it is, and what was tried', async () => {
  const soon = await shown(aRow({ id: 1, state: 'call-back', dueAt: ahead(65), fellAway: 'abandoned', tries: 2 }))
  for (const said of ['over 1:05', 'Hing op voor we opnamen', '2 keer geprobeerd', 'Terugbellen'])
    expect(soon.text).toContain(said)
  const late = await shown(aRow({ id: 1, state: 'call-back', dueAt: ago(65), ownerId: sem, owner: 'Sem de Boer' }))
  for (const said of ['1:05 te laat', 'voor Sem de Boer']) expect(late.text).toContain(said)
})

test('whoever only looks takes nobody, and nobody takes who is gone', async () => {
  const looked = await shown(aRow({ id: 1 }), { mayWork: false })
  expect(looked.text).not.toContain('Opnemen')
  expect(looked.html).toContain(`/contacts/${aRow({ id: 1 }).id}`)
  expect((await shown(aRow({ id: 1, claimedBy: sem, claimant: 'Sem' }), { isGone: true })).html).not.toContain(
    '<button',
  )
})

test('numbers as people read them', () => {
  expect(['+31612345678', '+31101234567', '+31162412233', '+3120123', '+4915112345678'].map(boardPhone)).toEqual([
    '06 12 34 56 78',
    '010 123 4567',
    '0162 412 233',
    '+3120123',
    '+4915112345678',
  ])
})

test('who is still to be written up does not wait: it says when their call ended', async () => {
  const row = aRow({ id: 1, state: 'wrapping-up', waitingSince: ago(900), answeredAt: ago(880), endedAt: ago(125) })
  const { html, text } = await shown(row)
  for (const said of ['Gesprek klaar om', '2:05 geleden', 'Nog afronden']) expect(text).toContain(said)
  expect(text).not.toContain('Wacht al')
  expect(html).toContain(`dateTime="${ago(125)}"`)
})

test('who is spoken with does not wait: it says for how long they are spoken with', async () => {
  const over = { id: 1, state: 'talking', waitingSince: ago(300), answeredAt: ago(130) } as const
  const { text } = await shown(aRow({ ...over, claimedBy: sem, claimant: 'Sem de Boer' }))
  expect(text).toContain('In gesprek 2:10')
  // Left there by a screen that is gone, they wait again, from the first.
  expect((await shown(aRow(over))).text).toContain('Wacht al 5:00')
})

test('before when a form promised a call, in heavy type once that is over, and not any more once it was answered', async () => {
  const form = { id: 1, channel: 'form', state: 'waiting' } as const
  const soon = await shown(aRow({ ...form, promisedAt: ahead(600) }))
  expect(soon.text).toContain('Beloofd: bellen vóór')
  expect(soon.html).not.toContain('font-bold text-attention-ink')
  expect((await shown(aRow({ ...form, promisedAt: ago(60) }))).html).toContain('font-bold text-attention-ink')
  expect((await shown(aRow({ ...form, promisedAt: ago(60), answeredAt: ago(30) }))).text).not.toContain('Beloofd')
})
