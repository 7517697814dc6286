import { z } from 'zod'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { figuresOf } from '#app/contacts/figures.ts'
import { inScope } from '#app/core/scope.server.ts'
import { readOfficeHours } from '#app/corporations/office-hours.server.ts'
import type { OfficeHours } from '#app/corporations/office-hours.ts'
import { dateIn } from '#app/time/clock.ts'
import { reasonsFor, waitsForOffice } from './for-office.ts'
import { listFromBefore, listNight } from './night-contacts.server.ts'
import { askedView, contactsIn } from './night-views.ts'
import { type Night, nightAfter, nightBefore, nightOfDate, nightWindow } from './night-window.ts'
import { toShown } from './shown-contact.server.ts'

const perPage = 200

/** The night that was asked for by the date on which it began; the last one when that lies ahead or cannot be read. */
export function askedNight(hours: OfficeHours, zone: string, { asked, now }: { asked: string | null; now: Date }) {
  const last = nightWindow(hours, zone, now)
  const date = z.iso.date().safeParse(asked)
  const night = date.success ? nightOfDate(hours, zone, date.data) : last
  return night.from < last.from ? night : last
}

/** All that the page of a night shows; `address` has its date, what of it is shown, and which page. */
export function readNight(actor: Actor, address: URLSearchParams, now: Date) {
  return inScope(actor, async (tx) => {
    const hours = await readOfficeHours(tx, actor)
    const night = askedNight(hours, actor.timeZone, { asked: address.get('from'), now })
    const contacts = await listNight(tx, actor, night)
    const before = await listFromBefore(tx, actor, night)
    const view = askedView(address.get('show'))
    const shown = contactsIn(contacts, view, now)
    const page = pageOf(address.get('page'), shown.length)
    const forOffice = contacts.filter((one) => reasonsFor(one).length > 0)
    return {
      night: shownNight(hours, actor.timeZone, { night, now }),
      first: [...before, ...contacts.filter(waitsForOffice)].sort(byReason).map((one) => toShown(one, now)),
      fromBefore: before.length,
      figures: figuresOf(contacts, now),
      forOffice: forOffice.length,
      rows: shown.slice((page - 1) * perPage, page * perPage).map((one) => toShown(one, now)),
      paging: { page, perPage, total: shown.length },
      view,
      mayAcknowledge: can(actor, 'night:acknowledge'),
      now: now.toISOString(),
    }
  })
}

const byReason = (one: Parameters<typeof reasonsFor>[0], other: Parameters<typeof reasonsFor>[0]) =>
  weightOf(one) - weightOf(other)
/** Danger before all others, which stay in the order in which they came. */
const weightOf = (one: Parameters<typeof reasonsFor>[0]) => (reasonsFor(one)[0] === 'danger' ? 0 : 1)

function pageOf(asked: string | null, total: number): number {
  const page = z.coerce.number().int().min(1).safeParse(asked)
  return Math.min(page.success ? page.data : 1, Math.max(1, Math.ceil(total / perPage)))
}

function shownNight(hours: OfficeHours, zone: string, { night, now }: { night: Night; now: Date }) {
  const dateOf = ({ from }: Night) => dateIn(zone, from)
  const next = nightAfter(hours, zone, night)
  return {
    on: dateOf(night),
    from: night.from.toISOString(),
    until: night.until.toISOString(),
    isOver: night.until <= now,
    before: dateOf(nightBefore(hours, zone, night)),
    after: next.from <= now ? dateOf(next) : null,
  }
}
