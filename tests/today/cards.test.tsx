import { expect, test } from 'vitest'
import type { CallingCard } from '#app/calls/today-card.server.ts'
import { TodayCard as CallingTodayCard } from '#app/calls/views/today-card.tsx'
import { TodayCard as UrgentTodayCard } from '#app/conversations/views/today-card.tsx'
import { useLatePromises, useOwnPromises } from '#app/follow-ups/views/today-tasks.ts'
import { useGesturesToDo } from '#app/gestures/views/today-tasks.ts'
import { useOwnReferrals } from '#app/referrals/views/today-tasks.ts'
import { TodayCard as ReportsTodayCard } from '#app/tenants/views/today-card.tsx'
import { type Task, TaskList } from '#app/ui/task-list.tsx'
import { asHtml } from '#tests/calls/as-html.tsx'

const Tasks = ({ of }: { of: () => Task[] }) => <TaskList title="Te doen" none="Niets te doen" tasks={of()} />

/** Where each line leads, with what it says. */
async function linesOf(of: () => Task[]) {
  const html = await asHtml(<Tasks of={of} />)
  const lines = [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/g)]
  return lines.map(([, to, inside]) => [to?.replaceAll('&amp;', '&'), inside?.replace(/<[^>]+>/g, '')])
}

test('each module says what waits of its own, and where it is done', async () => {
  expect(await linesOf(() => useOwnPromises({ late: 1, today: 12 }))).toEqual([
    ['/follow-ups?who=mine&due=late', '1 belofte is te laat'],
    ['/follow-ups?who=mine&due=today', '12 beloften voor vandaag'],
  ])
  expect(await linesOf(() => useLatePromises({ late: 2 }))).toEqual([
    ['/follow-ups?who=everyone&due=late', '2 beloften zijn te laat'],
  ])
  expect(await linesOf(() => useOwnReferrals({ ask: 1, tell: 2 }))).toEqual([
    ['/referrals', '1 doorverwijzing: vraag hoe het gaat'],
    ['/referrals', '2 huurders wachten op bericht van u'],
  ])
  expect(await linesOf(() => useGesturesToDo({ requested: 3, approved: 1 }))).toEqual([
    ['/gestures', '3 kaartjes en bloemen om goed te keuren'],
    ['/gestures?state=approved', '1 goedgekeurd, nog te versturen'],
  ])
})

test('what does not wait has no line, and nothing at all is said in words', async () => {
  const nothing = () => [
    ...useOwnPromises({ late: 0, today: 0 }),
    ...useLatePromises({ late: 0 }),
    ...useOwnReferrals({ ask: 0, tell: 0 }),
    ...useGesturesToDo({ requested: 0, approved: 0 }),
  ]
  expect(await linesOf(nothing)).toEqual([])
  expect(await asHtml(<Tasks of={nothing} />)).toContain('Niets te doen')
})

const noCalling: CallingCard = {
  claimed: null,
  campaigns: [],
  isSomebodyReady: false,
  left: 0,
  appointments: [],
  retries: [],
  retryCount: 0,
  drafts: [],
}

test('a caller without a team reads so; whoever looks after the rounds is not told', async () => {
  const shown = (isHiddenWithoutTeam: boolean) =>
    asHtml(
      <CallingTodayCard
        calling={noCalling}
        isHiddenWithoutTeam={isHiddenWithoutTeam}
        today="2026-11-25"
        now="2026-11-25T10:00:00Z"
      />,
    )
  expect(await shown(false)).toContain('U zit nog niet in een belactie')
  expect(await shown(true)).not.toMatch(/belactie|Bellen/)
})

test('a text that was never sent leads to where they go on with it; one they may not open any more says so', async () => {
  const person = { sex: 'woman' as const, initials: 'A', firstName: null, infix: null, lastName: 'Bakker' }
  const kept = { ...person, savedAt: '2026-11-25T09:00:00Z', of: 'added' as const, writtenBy: null }
  const drafts = [
    { ...kept, id: 'one', to: '/calls/one/conversation' },
    { ...kept, id: 'two', to: null },
  ]
  const calling = { ...noCalling, drafts }
  const shown = { isHiddenWithoutTeam: true, today: '2026-11-25', now: '2026-11-25T10:00:00Z' }
  const html = await asHtml(<CallingTodayCard calling={calling} {...shown} />)
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, to]) => to)).toEqual(['/calls/one/conversation'])
  expect(html.match(/toe te voegen gesprek/g)).toHaveLength(2)
  expect(html.match(/Vraag de coördinator/g)).toHaveLength(1)
})

test('of what callers reported five stand open, and the rest is behind one press', async () => {
  const report = (number: number) => ({
    id: `report-${number}`,
    tenantId: `tenant-${number}`,
    kind: 'worry' as const,
    at: '2026-11-26T10:00:00Z',
    by: 'Bea Bakker',
    sex: 'V' as const,
    initials: 'A.',
    firstName: null,
    infix: null,
    lastName: `Jansen${number}`,
    street: 'Molenweg',
    houseNumber: '12',
    addition: null,
    postcode: '4901 AB',
    city: 'Oosterhout',
  })
  const shown = async (count: number) => {
    const reports = Array.from({ length: count }, (_, at) => report(at + 1))
    const html = await asHtml(<ReportsTodayCard reports={reports} now="2026-11-27T10:00:00Z" />)
    const [open = '', folded = ''] = html.split('<details')
    return [
      open.match(/Gezien</g)?.length ?? 0,
      folded.match(/Gezien</g)?.length ?? 0,
      /Nog \d+ melding(en)?/.exec(html)?.[0],
    ]
  }
  expect(await shown(5)).toEqual([5, 0, undefined])
  expect(await shown(6)).toEqual([5, 1, 'Nog 1 melding'])
  expect(await shown(18)).toEqual([5, 13, 'Nog 13 meldingen'])
})

test('who needs help now stands with where to find them, who was rung and whom to ring; without numbers it says so', async () => {
  const row = {
    id: 'conversation-1',
    tenantId: 'tenant-1',
    at: '2026-11-27T09:00:00Z',
    by: 'Bea Bakker',
    rang: 'Wijkbeheerder; gaat erheen',
    phones: [{ e164: '+31612345678', text: '06 12 34 56 78' }],
    sex: 'V' as const,
    infix: null,
    lastName: 'Jansen',
    street: 'Molenweg',
    houseNumber: '12',
    addition: null,
    postcode: '4901 AB',
    city: 'Oosterhout',
  }
  const phone = { e164: '+31162412233', text: '0162 412 233' }
  const numbers = [{ id: 'number-1', name: 'Wijkbeheerder', phone, ringWhen: 'op werkdagen', notes: '' }]
  const shown = (urgent: (typeof row)[], known = numbers) =>
    asHtml(<UrgentTodayCard urgent={urgent} numbers={known} now="2026-11-27T10:00:00Z" />)
  const html = await shown([row])
  for (const part of [
    'Molenweg 12',
    'tel:+31612345678',
    'Wijkbeheerder; gaat erheen',
    'tel:+31162412233',
    'op werkdagen',
  ])
    expect(html).toContain(part)
  expect(html).not.toContain('nog geen nummers')
  for (const urgent of [[row], []]) {
    const without = await shown(urgent, [])
    expect(without).toContain('Er staan nog geen nummers voor spoed')
    expect(without).toContain('href="/settings/urgent-numbers"')
  }
  expect(await shown([])).not.toMatch(/Jansen|nummers/)
})
