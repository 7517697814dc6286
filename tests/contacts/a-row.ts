import type { QueueRow } from '#app/contacts/queue-row.ts'

export const me = '0190a000-0000-7000-8000-0000000000aa'
export const sem = '0190a000-0000-7000-8000-0000000000bb'
export const now = Date.parse('2026-11-27T22:00:00Z')

export const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString()
export const ahead = (seconds: number) => ago(-seconds)

/** Somebody who waits; `id` is a number to tell them apart by. */
export function aRow({ id, ...over }: Partial<Omit<QueueRow, 'id'>> & { id: number }): QueueRow {
  return {
    id: `0190a000-0000-7000-8000-${String(id).padStart(12, '0')}`,
    corporationId: 1,
    corporation: 'Woonstichting De Linde',
    lineId: '0190a000-0000-7000-8000-0000000000cc',
    line: 'Spoedreparatie',
    lineKind: 'urgent-repairs',
    channel: 'phone',
    urgency: 1,
    state: 'waiting',
    kind: null,
    turnAt: over.waitingSince ?? ago(60),
    arrivedAt: over.waitingSince ?? ago(60),
    waitingSince: ago(60),
    dueAt: null,
    promisedAt: null,
    tries: 0,
    fellAway: null,
    phone: '+31612345678',
    isHidden: false,
    claimedBy: null,
    claimant: null,
    fence: 0,
    ownerId: null,
    owner: null,
    offeredTo: null,
    answeredAt: null,
    endedAt: null,
    recognised: null,
    ...over,
  }
}
