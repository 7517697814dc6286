import { expect, test } from 'vitest'
import type { CallingCard } from '#app/calls/today-card.server.ts'
import { TodayCard as CallingTodayCard } from '#app/calls/views/today-card.tsx'
import { useLatePromises, useOwnPromises } from '#app/follow-ups/views/today-tasks.ts'
import { useGesturesToDo } from '#app/gestures/views/today-tasks.ts'
import { useOwnReferrals } from '#app/referrals/views/today-tasks.ts'
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

test('a caller without a team reads so; whoever looks after the rounds is not told', async () => {
  const calling: CallingCard = {
    claimed: null,
    campaigns: [],
    isSomebodyReady: false,
    left: 0,
    appointments: [],
    retries: [],
    retryCount: 0,
    drafts: [],
  }
  const shown = (isHiddenWithoutTeam: boolean) =>
    asHtml(
      <CallingTodayCard
        calling={calling}
        isHiddenWithoutTeam={isHiddenWithoutTeam}
        today="2026-11-25"
        now="2026-11-25T10:00:00Z"
      />,
    )
  expect(await shown(false)).toContain('U zit nog niet in een belactie')
  expect(await shown(true)).not.toMatch(/belactie|Bellen/)
})
