import type { Actor } from '#app/accounts/authorize.server.ts'
import { figuresOf } from '#app/contacts/figures.ts'
import type { SqlRunner } from '#app/core/sql.ts'
import { readOfficeHours } from '#app/corporations/office-hours.server.ts'
import { waitsForOffice } from './for-office.ts'
import { listFromBefore, listNight } from './night-contacts.server.ts'
import { nightWindow } from './night-window.ts'

/** The last night in a few counts; null when there is nothing to say of it. */
export async function readNightCard(tx: SqlRunner, actor: Actor, now: Date) {
  const night = nightWindow(await readOfficeHours(tx, actor), actor.timeZone, now)
  const contacts = await listNight(tx, actor, night)
  const before = (await listFromBefore(tx, actor, night)).length
  if (contacts.length + before === 0) return null
  return {
    contacts: figuresOf(contacts, now).contacts,
    forOffice: contacts.filter(waitsForOffice).length,
    before,
    isOver: night.until <= now,
  }
}

export type NightCard = NonNullable<Awaited<ReturnType<typeof readNightCard>>>
