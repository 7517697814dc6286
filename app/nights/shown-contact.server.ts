import { waitOf } from '#app/contacts/figures.ts'
import { dialable } from '#app/tenants/phone-text.server.ts'
import { isTakenUp, reasonsFor, wasDanger } from './for-office.ts'
import type { NightContact } from './night-contacts.server.ts'

/** A contact as it goes to a browser: moments as ISO text, waits in seconds. */
export const toShown = (one: NightContact, now: Date) => {
  const {
    arrivedAt,
    waitingSince: _,
    answeredAt,
    endedAt,
    closedAt,
    dueAt,
    acknowledgedAt,
    acknowledgedBy,
    ...rest
  } = one
  const wait = waitOf(one, now)
  return {
    ...rest,
    arrivedAt: arrivedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    isOverdue: dueAt !== null && dueAt < now,
    isDanger: wasDanger(one),
    reasons: reasonsFor(one),
    phone: one.phone === null ? null : dialable(one.phone),
    waitSeconds: wait === null ? null : Math.round(wait / 1000),
    seen: acknowledgedAt && { at: acknowledgedAt.toISOString(), by: acknowledgedBy ?? '', isLast: isTakenUp(one) },
  }
}

export type ShownContact = ReturnType<typeof toShown>
